package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.Queueing;
import io.clientele.jobs.schedule.dag.RetryPolicy;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.TriggerRule;
import io.clientele.jobs.schedule.state.WeightRule;
import io.clientele.warehouse.Warehouse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One task: its own keys over the defaults of its groups and its DAG. */
final class TaskReader {
  static final String BASH_OPERATOR = "airflow.providers.standard.operators.bash.BashOperator";
  static final String EMPTY_OPERATOR = "airflow.providers.standard.operators.empty.EmptyOperator";

  /** Class paths, also of Airflow 2. */
  private static final Map<String, String> OPERATORS =
      Map.of(
          BASH_OPERATOR,
          BASH_OPERATOR,
          EMPTY_OPERATOR,
          EMPTY_OPERATOR,
          "airflow.operators.bash.BashOperator",
          BASH_OPERATOR,
          "airflow.operators.empty.EmptyOperator",
          EMPTY_OPERATOR);

  private final Problems problems;

  TaskReader(Problems problems) {
    this.problems = problems;
  }

  /** The operator's present class path; the BashOperator's after noting the problem. */
  String operator(Fields own) {
    Optional<String> written = own.text("operator");
    if (written.isEmpty()) {
      problems.refuse(own.place(), "it has no operator", "write operator: " + BASH_OPERATOR);
      return BASH_OPERATOR;
    }
    String operator = OPERATORS.get(written.get());
    if (operator == null) {
      problems.refuse(
          own.value("operator").orElseThrow().place(),
          "the operator " + written.get() + " runs in Airflow alone",
          "did you mean %s? There are BashOperator and EmptyOperator"
              .formatted(Warehouse.nearest(written.get(), Set.of(BASH_OPERATOR, EMPTY_OPERATOR))));
      return BASH_OPERATOR;
    } else if (!operator.equals(written.get())) {
      problems.warn(
          own.value("operator").orElseThrow().place(),
          written.get() + " is the path of Airflow 2",
          "write " + operator);
    }
    return operator;
  }

  TaskDefinition task(String taskId, Fields own, Fields defaults, Set<String> upstream) {
    boolean isBash = operator(own).equals(BASH_OPERATOR);
    Set<String> known =
        Keys.union(Keys.ANY_TASK, Keys.TASK_STRUCTURE, isBash ? Keys.BASH : Set.of());
    own.onlyKnown(known, Keys.REFUSED_TASK);
    Fields all = own.over(defaults);
    TaskDefinition.Builder task =
        TaskDefinition.task(taskId).after(List.copyOf(new TreeSet<>(upstream)));
    if (isBash) {
      task.bash(bash(own, all));
    }
    task.params(own.json("params"));
    retries(all).ifPresent(task::retryPolicy);
    all.word("trigger_rule", TriggerRule.class).ifPresent(task::triggerRule);
    all.read("execution_timeout", Durations::exact).ifPresent(task::executionTimeout);
    all.truth("depends_on_past").ifPresent(task::dependsOnPast);
    all.truth("wait_for_downstream").ifPresent(task::waitsForDownstream);
    all.truth("do_xcom_push").ifPresent(task::pushesXcom);
    all.text("owner").ifPresent(task::owner);
    all.text("doc_md").ifPresent(task::docMd);
    return task.queueing(queueing(all)).build();
  }

  private Bash bash(Fields own, Fields all) {
    Optional<String> command = own.text("bash_command");
    if (command.isEmpty() && own.value("bash_command").isEmpty()) {
      problems.refuse(own.place(), "it has no bash_command", "write the command line it runs");
    }
    CommandTraps.check(all, problems);
    return new Bash(
        command.orElse("true"),
        all.value("env").map(env -> environment(all)),
        all.truth("append_env").orElse(false),
        all.text("cwd"),
        skipCodes(all));
  }

  private Map<String, String> environment(Fields all) {
    Map<String, String> environment = new LinkedHashMap<>();
    Fields written = Fields.of(all.values().get("env"), problems);
    written
        .values()
        .keySet()
        .forEach(
            name ->
                environment.put(
                    name,
                    written
                        .text(name)
                        .orElseGet(
                            () -> {
                              refuseNull(written.values().get(name));
                              return "";
                            })));
    return environment;
  }

  private void refuseNull(YamlValue value) {
    if (value.isNull()) {
      problems.refuse(value.place(), "it is empty, expected a text", "write \"\" for no text");
    }
  }

  private Set<Integer> skipCodes(Fields all) {
    Optional<YamlValue> written = Optional.ofNullable(all.values().get("skip_on_exit_code"));
    if (written.isEmpty()) {
      return Set.of(Bash.SKIPPED);
    }
    Set<Integer> codes = new LinkedHashSet<>();
    YamlValue value = written.get();
    List<YamlValue> each =
        value.isList() ? value.list() : value.isNull() ? List.of() : List.of(value);
    for (YamlValue code : each) {
      if (code.content() instanceof Long number && number >= 0 && number <= 255) {
        codes.add(number.intValue());
      } else {
        problems.refuse(
            code.place(), "it is " + code.shown() + ", no exit code", "write a number up to 255");
      }
    }
    return codes;
  }

  private Optional<RetryPolicy> retries(Fields all) {
    int retries = all.integer("retries", 0).orElse(RetryPolicy.NONE.retries());
    Duration delay =
        all.read("retry_delay", Durations::exactOrSeconds).orElse(RetryPolicy.NONE.delay());
    Optional<Duration> longest = all.read("max_retry_delay", Durations::exactOrSeconds);
    double backoff = all.read("retry_exponential_backoff", TaskReader::backoff).orElse(0.0);
    if (longest.isPresent() && (backoff == 0 || backoff == 1)) {
      problems.warn(
          all.value("max_retry_delay").orElseThrow().place(),
          "Airflow applies it to a growing delay only",
          "add retry_exponential_backoff: true, or leave it out");
    }
    return Optional.of(new RetryPolicy(retries, delay, backoff, longest));
  }

  private static Optional<Double> backoff(YamlValue value, Problems problems) {
    if (value.content() instanceof Boolean grows) {
      return Optional.of(grows ? 2.0 : 0.0);
    } else if (value.content() instanceof Number number && number.doubleValue() >= 0) {
      return Optional.of(number.doubleValue());
    }
    problems.refuse(
        value.place(), "it is " + value.shown(), "write true, false or a number of 0 or more");
    return Optional.empty();
  }

  private static Queueing queueing(Fields all) {
    Queueing plain = Queueing.DEFAULT;
    return new Queueing(
        all.text("pool").orElse(plain.pool()),
        all.integer("pool_slots", 1).orElse(plain.slots()),
        all.integer("priority_weight", Integer.MIN_VALUE).orElse(plain.weight()),
        all.word("weight_rule", WeightRule.class).orElse(plain.weightRule()),
        all.integer("max_active_tis_per_dag", 1));
  }
}
