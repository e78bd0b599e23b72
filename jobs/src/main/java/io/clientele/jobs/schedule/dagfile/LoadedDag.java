package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.dag.DagDefinition;
import java.util.Map;

/** A DAG as the engine runs it, beside the keys as they were written, for the generators. */
public final class LoadedDag {
  private final DagDefinition definition;
  private final Fields written;
  private final Map<String, Group> groups;
  private final Map<String, Fields> tasks;

  LoadedDag(
      DagDefinition definition,
      Fields written,
      Map<String, Group> groups,
      Map<String, Fields> tasks) {
    this.definition = definition;
    this.written = written;
    this.groups = groups;
    this.tasks = tasks;
  }

  /** The DAG, all defaults resolved. */
  public DagDefinition definition() {
    return definition;
  }

  Fields written() {
    return written;
  }

  Map<String, Group> groups() {
    return groups;
  }

  Map<String, Fields> tasks() {
    return tasks;
  }
}
