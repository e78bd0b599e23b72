package io.clientele.jobs.schedule.watch;

import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Schedulers;
import io.clientele.jobs.schedule.store.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The scheduler's numbers in Prometheus text form, read from the tables at each question. */
public final class Metrics {
  private final SchedulerStore store;
  private final Clock clock;

  public Metrics(SchedulerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  public String text() {
    return store.read(this::text);
  }

  private String text(Tables tables) {
    StringBuilder text = new StringBuilder();
    head(text, "clientele_dag_runs", "Runs by DAG and state.");
    tables
        .counts()
        .runs()
        .forEach(
            count ->
                line(
                    text,
                    "clientele_dag_runs",
                    labels("dag_id", count.key(), "state", count.state()),
                    count.count()));
    head(text, "clientele_task_instances", "Tasks of runs by state.");
    tables
        .counts()
        .tasks()
        .forEach(
            count ->
                line(
                    text,
                    "clientele_task_instances",
                    labels("dag_id", count.key(), "state", count.state()),
                    count.count()));
    head(
        text,
        "clientele_dag_last_success_seconds",
        "End of the newest good run, seconds since 1970.");
    tables
        .counts()
        .lastSuccesses()
        .forEach(
            (dag, end) ->
                line(
                    text,
                    "clientele_dag_last_success_seconds",
                    labels("dag_id", dag),
                    end.getEpochSecond()));
    head(text, "clientele_dag_paused", "1 = nothing new starts.");
    for (DagEntry dag : tables.dags().all()) {
      line(text, "clientele_dag_paused", labels("dag_id", dag.dagId()), dag.isPaused() ? 1 : 0);
    }
    schedulers(text, tables);
    return text.toString();
  }

  private void schedulers(StringBuilder text, Tables tables) {
    Instant now = clock.instant();
    head(text, "clientele_scheduler_heartbeat_age_seconds", "Since a scheduler was last heard of.");
    for (Schedulers.Entry scheduler : tables.schedulers().all()) {
      line(
          text,
          "clientele_scheduler_heartbeat_age_seconds",
          labels("scheduler", scheduler.id()),
          Duration.between(scheduler.heartbeatAt(), now).toSeconds());
    }
  }

  private static void head(StringBuilder text, String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private static void line(
      StringBuilder text, String name, Map<String, String> labels, long value) {
    text.append(name).append('{');
    String separator = "";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(separator).append(label.getKey()).append("=\"");
      text.append(escaped(label.getValue())).append('"');
      separator = ",";
    }
    text.append("} ").append(value).append('\n');
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static Map<String, String> labels(String name, String value) {
    return Map.of(name, value);
  }

  private static Map<String, String> labels(
      String name, String value, String otherName, String otherValue) {
    return new TreeMap<>(Map.of(name, value, otherName, otherValue));
  }
}
