package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RetryPolicy;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was understood of a DAG and its tasks, as lines that compare with Airflow's. */
final class DefinitionList {
  private DefinitionList() {}

  static List<String> lines(DagDefinition dag) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "dag %s catchup=%s runs=%d tasks=%d timeout=%s zone=%s params=%s"
            .formatted(
                dag.dagId(),
                truth(dag.catchup()),
                dag.limits().maxActiveRuns(),
                dag.limits().maxActiveTasks(),
                seconds(dag.limits().runTimeout()),
                dag.zone().equals(ZoneOffset.UTC) ? "UTC" : dag.zone(),
                names(dag.params().keySet())));
    dag.tasks().stream()
        .sorted(Comparator.comparing(TaskDefinition::taskId))
        .forEach(task -> lines.add(line(dag, task)));
    return lines;
  }

  private static String line(DagDefinition dag, TaskDefinition task) {
    return String.join(
        " ",
        "task",
        dag.dagId(),
        task.taskId(),
        task.operatorName(),
        "after=" + names(task.upstream()),
        "rule=" + task.triggerRule().text(),
        retries(task.retryPolicy()),
        "timeout=" + seconds(task.executionTimeout()),
        "past=" + truth(task.dependsOnPast()),
        "wait=" + truth(task.waitsForDownstream()),
        "pool=" + task.queueing().pool() + ":" + task.queueing().slots(),
        "weight=" + task.queueing().weight(),
        task.queueing().weightRule().text(),
        "most=" + task.queueing().maxActivePerDag().map(String::valueOf).orElse("None"),
        "xcom=" + truth(task.pushesXcom()),
        "owner=" + task.owner());
  }

  private static String retries(RetryPolicy policy) {
    return "retries=%d delay=%s backoff=%s max=%s"
        .formatted(
            policy.retries(),
            seconds(Optional.of(policy.delay())),
            plain(BigDecimal.valueOf(policy.backoff())),
            seconds(policy.maxDelay()));
  }

  private static String truth(boolean value) {
    return value ? "True" : "False";
  }

  private static String seconds(Optional<Duration> span) {
    return span.map(each -> plain(BigDecimal.valueOf(each.toMillis(), 3))).orElse("-");
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String names(Collection<String> names) {
    return names.stream()
        .sorted()
        .collect(Collectors.joining("', '", "['", "']"))
        .replace("['']", "[]");
  }
}
