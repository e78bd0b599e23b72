package io.clientele.sample.source;

import java.util.List;

/** The good rows of an entity, period by period. */
@FunctionalInterface
public interface Rows {
  /** Hands over the rows of the period. */
  void write(Period period, Sink sink);

  /** Takes good rows. */
  @FunctionalInterface
  interface Sink {
    /**
     * One row.
     *
     * @param person whom it is about, {@link #NOBODY} if nobody
     * @param cents the money in it, 0 if none
     */
    void write(int person, long cents, List<String> cells);

    /** In place of a person. */
    int NOBODY = -1;
  }
}
