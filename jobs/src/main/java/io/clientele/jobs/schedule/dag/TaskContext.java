package io.clientele.jobs.schedule.dag;

import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a template may ask for.
 *
 * @param previousSuccess the newest earlier run of the DAG that ended in success
 * @param tryNumber number of this attempt, from 1
 * @param params merged: of the DAG, of the task, of the run's conf
 */
public record TaskContext(
    DagDefinition dag,
    TaskDefinition task,
    Run run,
    Optional<Run> previousSuccess,
    int tryNumber,
    Map<String, Object> params,
    Variables variables,
    Xcoms xcoms) {

  /**
   * A run as its templates see it.
   *
   * @param interval empty for a manual run without a logical date
   * @param state in Airflow's word: queued, running, success, failed
   * @param conf as given when it was triggered; values are JSON values
   */
  public record Run(
      String runId,
      RunType type,
      String state,
      Optional<Instant> logicalDate,
      Optional<DataInterval> interval,
      Instant runAfter,
      Optional<Instant> startDate,
      Optional<Instant> endDate,
      Map<String, Object> conf) {}

  /** Named texts kept in the metadata database. */
  @FunctionalInterface
  public interface Variables {
    Optional<String> find(String name);
  }

  /** What tasks of this run left behind. */
  @FunctionalInterface
  public interface Xcoms {
    /** The JSON value that a task pushed under a key; empty when there is none. */
    Optional<Object> find(String taskId, String key);
  }
}
