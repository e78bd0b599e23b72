package io.clientele.jobs.schedule.template;

import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.timetable.DataInterval;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Airflow's template names for one attempt of one task. */
final class ContextNames {
  private ContextNames() {}

  static Scope of(TaskContext context) {
    Map<String, Object> names = new HashMap<>();
    Namespace instance = instance(context);
    names.put("run_id", context.run().runId());
    names.put("dag", dag(context));
    names.put("task", task(context));
    names.put("ti", instance);
    names.put("task_instance", instance);
    names.put("dag_run", run(context));
    names.put("params", context.params());
    names.put("macros", Macros.ALL);
    names.put("var", variables(context.variables()));
    names.put("task_instance_key_str", key(context, context.run().runId()));
    Optional<TaskContext.Run> previous = context.previousSuccess();
    names.put("prev_start_date_success", lazy(previous.flatMap(TaskContext.Run::startDate)));
    names.put("prev_end_date_success", lazy(previous.flatMap(TaskContext.Run::endDate)));
    context.run().logicalDate().ifPresent(date -> names.putAll(dated(context, date)));
    return new Scope(names);
  }

  /** The names that only a run with a logical date has. */
  private static Map<String, Object> dated(TaskContext context, Instant date) {
    Map<String, Object> names = new HashMap<>();
    Moment moment = Moment.utc(date);
    String day = Strftime.format(moment, "%Y%m%d");
    names.put("logical_date", moment);
    names.put("ds", Strftime.format(moment, "%Y-%m-%d"));
    names.put("ds_nodash", day);
    names.put("ts", moment.iso('T'));
    names.put("ts_nodash", Strftime.format(moment, "%Y%m%dT%H%M%S"));
    names.put("ts_nodash_with_tz", moment.iso('T').replace("-", "").replace(":", ""));
    names.put("task_instance_key_str", key(context, day));
    Optional<DataInterval> interval = context.run().interval();
    names.put("data_interval_start", moment(interval.map(DataInterval::start)));
    names.put("data_interval_end", moment(interval.map(DataInterval::end)));
    Optional<DataInterval> previous = context.previousSuccess().flatMap(TaskContext.Run::interval);
    names.put("prev_data_interval_start_success", lazy(previous.map(DataInterval::start)));
    names.put("prev_data_interval_end_success", lazy(previous.map(DataInterval::end)));
    return names;
  }

  private static String key(TaskContext context, String last) {
    return "%s__%s__%s".formatted(context.dag().dagId(), context.task().taskId(), last);
  }

  private static Object moment(Optional<Instant> instant) {
    return instant.map(Moment::utc).orElse(null);
  }

  private static Object lazy(Optional<Instant> instant) {
    return instant.<Object>map(Moment::utc).orElse(LazyNone.VALUE);
  }

  private static Namespace dag(TaskContext context) {
    Map<String, Object> members = new HashMap<>();
    members.put("dag_id", context.dag().dagId());
    members.put("description", context.dag().description().orElse(null));
    return Namespace.closed("dag", members);
  }

  private static Namespace task(TaskContext context) {
    return Namespace.closed(
        "task",
        Map.of(
            "task_id", context.task().taskId(),
            "owner", context.task().owner(),
            "retries", (long) context.task().retryPolicy().retries()));
  }

  private static Namespace instance(TaskContext context) {
    return Namespace.closed(
        "ti",
        Map.of(
            "try_number", (long) context.tryNumber(),
            "task_id", context.task().taskId(),
            "dag_id", context.dag().dagId(),
            "run_id", context.run().runId(),
            "map_index", -1L,
            "xcom_pull", XcomPull.function(context.xcoms(), context.task().taskId())));
  }

  private static Namespace run(TaskContext context) {
    TaskContext.Run run = context.run();
    Map<String, Object> members = new HashMap<>();
    members.put("run_id", run.runId());
    members.put("dag_id", context.dag().dagId());
    members.put("run_type", enumeration("DagRunType", run.type().text()));
    members.put("state", enumeration("DagRunState", run.state()));
    members.put("logical_date", moment(run.logicalDate()));
    members.put("data_interval_start", moment(run.interval().map(DataInterval::start)));
    members.put("data_interval_end", moment(run.interval().map(DataInterval::end)));
    members.put("run_after", Moment.utc(run.runAfter()));
    members.put("start_date", moment(run.startDate()));
    members.put("end_date", moment(run.endDate()));
    members.put("conf", run.conf());
    return Namespace.closed("dag_run", members);
  }

  /** A Python enumeration: prints its class, holds its text as {@code value}. */
  private static Namespace enumeration(String type, String value) {
    String constant = value.toUpperCase(Locale.ROOT);
    return Namespace.closed(
        type, Map.of("value", value, "name", constant, "__str__", type + "." + constant));
  }

  private static Namespace variables(TaskContext.Variables variables) {
    return Namespace.closed(
        "var",
        Map.of(
            "value", new Variables("var.value", variables, text -> text).namespace(),
            "json", new Variables("var.json", variables, Json::parse).namespace()));
  }
}
