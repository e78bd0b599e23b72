package io.clientele.jobs.schedule.dagfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The closed lists of keys, and why the best known others are refused: {@code reason; move}. */
final class Keys {
  static final Set<String> DAG =
      Set.of(
          "dag_display_name",
          "description",
          "schedule",
          "start_date",
          "end_date",
          "catchup",
          "max_active_runs",
          "max_active_tasks",
          "dagrun_timeout",
          "default_args",
          "params",
          "tags",
          "doc_md",
          "is_paused_upon_creation",
          "timezone",
          "tasks",
          "task_groups");

  /** Arguments of the EmptyOperator, and of every operator. */
  static final Set<String> ANY_TASK =
      Set.of(
          "do_xcom_push",
          "retries",
          "retry_delay",
          "retry_exponential_backoff",
          "max_retry_delay",
          "execution_timeout",
          "trigger_rule",
          "depends_on_past",
          "wait_for_downstream",
          "pool",
          "pool_slots",
          "priority_weight",
          "weight_rule",
          "max_active_tis_per_dag",
          "owner",
          "doc_md",
          "params");

  /** Arguments of the BashOperator alone. */
  static final Set<String> BASH =
      Set.of("bash_command", "env", "append_env", "cwd", "skip_on_exit_code");

  static final Set<String> TASK_STRUCTURE =
      Set.of("task_id", "operator", "dependencies", "task_group_name");

  static final Set<String> GROUP =
      Set.of("group_name", "tooltip", "parent_group_name", "dependencies", "default_args");

  private static final String DROPPED = "dag-factory drops it without a word; leave it out";
  private static final String CALLBACK =
      "it names Python code, which only Airflow can run;"
          + " set notifications in the scheduler's own settings";

  static final Map<String, String> REFUSED_DAG = refusedDag();
  static final Map<String, String> REFUSED_TASK = refusedTask();
  static final Map<String, String> REFUSED_DEFAULT_ARGS = refusedDefaultArgs();
  static final Map<String, String> REFUSED_GROUP =
      Map.of(
          "prefix_group_id",
          "dag-factory cannot find the tasks of a group without prefix; leave it out");

  private Keys() {}

  private static Map<String, String> refusedDag() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String dropped :
        new String[] {
          "max_consecutive_failed_dag_runs",
          "fail_fast",
          "deadline",
          "owner_links",
          "allowed_run_types",
          "jinja_environment_kwargs",
          "user_defined_filters",
          "auto_register"
        }) {
      reasons.put(dropped, DROPPED);
    }
    for (String callback : new String[] {"on_success_callback", "on_failure_callback"}) {
      reasons.put(callback, CALLBACK);
    }
    reasons.put("schedule_interval", "Airflow 3 knows no schedule_interval; write schedule");
    reasons.put(
        "timetable", "it makes the DAG fail on Airflow 3; put the timetable under schedule");
    reasons.put("concurrency", "it is deprecated; write max_active_tasks");
    reasons.put("user_defined_macros", "it names Python code; use params or var.value");
    reasons.put("template_searchpath", "templates in files are not read; write the command itself");
    reasons.put("access_control", "it belongs to Airflow's users; set it there");
    reasons.put("render_template_as_native_obj", "it changes what templates give; leave it out");
    reasons.put("doc_md_file_path", "a file elsewhere is not read; write doc_md");
    return Map.copyOf(reasons);
  }

  private static Map<String, String> refusedTask() {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String callback :
        new String[] {
          "on_execute_callback",
          "on_success_callback",
          "on_failure_callback",
          "on_retry_callback",
          "on_skipped_callback"
        }) {
      reasons.put(callback, CALLBACK);
    }
    String dates = "a task with dates of its own blocks the runs outside; date the DAG instead";
    reasons.put("start_date", dates);
    reasons.put("end_date", dates);
    reasons.put("decorator", "it names Python code; write an operator with a bash_command");
    reasons.put("python_callable", "it names Python code; write a bash_command");
    reasons.put("expand", "mapped tasks are not portable; write one task each");
    reasons.put("partial", "mapped tasks are not portable; write one task each");
    reasons.put("sla", "Airflow 3 has none; set it in the scheduler's own settings");
    reasons.put("email", "mail belongs to the scheduler's own settings; leave it out");
    reasons.put("email_on_failure", "mail belongs to the scheduler's own settings; leave it out");
    reasons.put("email_on_retry", "mail belongs to the scheduler's own settings; leave it out");
    return Map.copyOf(reasons);
  }

  private static Map<String, String> refusedDefaultArgs() {
    Map<String, String> reasons = new LinkedHashMap<>(refusedTask());
    reasons.remove("start_date");
    reasons.remove("end_date");
    reasons.put("catchup", "it has no effect in default_args; write it beside schedule");
    reasons.put("params", "params of tasks come from the DAG or the task; write them there");
    reasons.put("bash_command", "each task has a command of its own; write it there");
    return Map.copyOf(reasons);
  }

  /** Keys of {@code default_args}: of every operator, and what a DAG takes from there. */
  static Set<String> defaultArgs() {
    return union(ANY_TASK, BASH, Set.of("start_date", "end_date", "timezone"));
  }

  @SafeVarargs
  static Set<String> union(Set<String>... sets) {
    Set<String> all = new TreeSet<>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }
}
