package io.clientele.jobs.schedule.watch;

import io.clientele.jobs.schedule.store.Counts;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Schedulers;
import io.clientele.jobs.schedule.store.Tables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    states(text, "clientele_dag_runs", "Runs by DAG and state.", tables.counts().runs());
    states(text, "clientele_task_instances", "Tasks of runs by state.", tables.counts().tasks());
    dags(text, tables);
    schedulers(text, tables);
    return text.toString();
  }

  private static void states(
      StringBuilder text, String name, String help, List<Counts.Count> counts) {
    head(text, name, help);
    for (Counts.Count count : counts) {
      line(text, name, labels("dag_id", count.key(), "state", count.state()), count.count());
    }
  }

  private static void dags(StringBuilder text, Tables tables) {
    String success = "clientele_dag_last_success_seconds";
    head(text, success, "End of the newest good run, seconds since 1970.");
    tables
        .counts()
        .lastSuccesses()
        .forEach((dag, end) -> line(text, success, labels("dag_id", dag), end.getEpochSecond()));
    String paused = "clientele_dag_paused";
    head(text, paused, "1 = nothing new starts.");
    for (DagEntry dag : tables.dags().all()) {
      line(text, paused, labels("dag_id", dag.dagId()), dag.isPaused() ? 1 : 0);
    }
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
