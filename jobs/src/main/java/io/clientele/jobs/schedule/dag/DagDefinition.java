package io.clientele.jobs.schedule.dag;

import io.clientele.jobs.schedule.timetable.Restriction;
import io.clientele.jobs.schedule.timetable.Timetable;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One DAG, all defaults resolved.
 *
 * @param timetable when it runs
 * @param zone zone of its start date; the timetable holds the zone of its cron fields itself
 * @param catchup whether runs missed in the past are owed
 * @param isPausedUponCreation what to do with a DAG never seen before; empty = the engine's setting
 * @param params default parameters of its runs; values are JSON values
 * @param tasks in the order of the file
 * @param file path of its file, relative to the DAG folder
 */
public record DagDefinition(
    String dagId,
    Optional<String> displayName,
    Optional<String> description,
    Timetable timetable,
    ZoneId zone,
    Optional<Instant> startDate,
    Optional<Instant> endDate,
    boolean catchup,
    RunLimits limits,
    Optional<Boolean> isPausedUponCreation,
    List<String> tags,
    Map<String, Object> params,
    List<TaskDefinition> tasks,
    Optional<String> docMd,
    String file) {
  public DagDefinition {
    tags = List.copyOf(tags);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    tasks = List.copyOf(tasks);
  }

  public Restriction restriction() {
    return new Restriction(startDate, endDate, catchup);
  }

  public Optional<TaskDefinition> task(String taskId) {
    return tasks.stream().filter(task -> task.taskId().equals(taskId)).findFirst();
  }

  /** The DAG with one of its tasks alone, tried once and without upstreams. */
  public DagDefinition only(String taskId) {
    TaskDefinition task =
        task(taskId)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Cannot find task %s: %s has none of that name; see 'clientele tasks list"
                            .concat(" %s'.")
                            .formatted(taskId, dagId, dagId)));
    return with(timetable, List.of(task.alone()));
  }

  /** The DAG for manual runs only. */
  public DagDefinition unscheduled() {
    return with(new Unscheduled(), tasks);
  }

  private DagDefinition with(Timetable otherTimetable, List<TaskDefinition> otherTasks) {
    return new DagDefinition(
        dagId,
        displayName,
        description,
        otherTimetable,
        zone,
        startDate,
        endDate,
        catchup,
        limits,
        isPausedUponCreation,
        tags,
        params,
        otherTasks,
        docMd,
        file);
  }

  public static Builder dag(String dagId, Timetable timetable) {
    return new Builder(dagId, timetable);
  }

  /** Collects a DAG, starting from Airflow's defaults. */
  public static final class Builder {
    private final String dagId;
    private final Timetable timetable;
    private Optional<String> displayName = Optional.empty();
    private Optional<String> description = Optional.empty();
    private ZoneId zone = ZoneOffset.UTC;
    private Optional<Instant> startDate = Optional.empty();
    private Optional<Instant> endDate = Optional.empty();
    private boolean catchup;
    private RunLimits limits = RunLimits.DEFAULT;
    private Optional<Boolean> isPausedUponCreation = Optional.empty();
    private List<String> tags = List.of();
    private Map<String, Object> params = Map.of();
    private final List<TaskDefinition> tasks = new ArrayList<>();
    private Optional<String> docMd = Optional.empty();
    private String file = "";

    private Builder(String dagId, Timetable timetable) {
      this.dagId = dagId;
      this.timetable = timetable;
    }

    public Builder displayName(String name) {
      displayName = Optional.of(name);
      return this;
    }

    public Builder description(String text) {
      description = Optional.of(text);
      return this;
    }

    public Builder zone(ZoneId id) {
      zone = id;
      return this;
    }

    public Builder startDate(Instant date) {
      startDate = Optional.of(date);
      return this;
    }

    public Builder endDate(Instant date) {
      endDate = Optional.of(date);
      return this;
    }

    public Builder catchup(boolean owed) {
      catchup = owed;
      return this;
    }

    public Builder limits(RunLimits allowed) {
      limits = allowed;
      return this;
    }

    public Builder pausedUponCreation(boolean paused) {
      isPausedUponCreation = Optional.of(paused);
      return this;
    }

    public Builder tags(List<String> words) {
      tags = words;
      return this;
    }

    public Builder params(Map<String, Object> values) {
      params = values;
      return this;
    }

    public Builder tasks(TaskDefinition... added) {
      return tasks(List.of(added));
    }

    public Builder tasks(List<TaskDefinition> added) {
      tasks.addAll(added);
      return this;
    }

    public Builder docMd(String text) {
      docMd = Optional.of(text);
      return this;
    }

    public Builder file(String path) {
      file = path;
      return this;
    }

    public DagDefinition build() {
      return new DagDefinition(
          dagId,
          displayName,
          description,
          timetable,
          zone,
          startDate,
          endDate,
          catchup,
          limits,
          isPausedUponCreation,
          tags,
          params,
          tasks,
          docMd,
          file);
    }
  }
}
