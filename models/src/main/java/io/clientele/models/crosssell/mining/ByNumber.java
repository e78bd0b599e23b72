package io.clientele.models.crosssell.mining;

import org.apache.spark.Partitioner;

/** Group n goes to partition n. */
final class ByNumber extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int groups;

  ByNumber(int groups) {
    this.groups = groups;
  }

  @Override
  public int numPartitions() {
    return groups;
  }

  @Override
  public int getPartition(Object key) {
    return (Integer) key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByNumber same && same.groups == groups;
  }

  @Override
  public int hashCode() {
    return groups;
  }
}
