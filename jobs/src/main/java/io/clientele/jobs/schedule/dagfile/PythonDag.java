package io.clientele.jobs.schedule.dagfile;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes a DAG as a plain Python file, for an Airflow without dag-factory. */
final class PythonDag {
  private static final List<String> DAG_KEYS =
      List.of(
          "dag_display_name",
          "description",
          "schedule",
          "start_date",
          "end_date",
          "catchup",
          "max_active_runs",
          "max_active_tasks",
          "dagrun_timeout",
          "is_paused_upon_creation",
          "params",
          "tags",
          "default_args",
          "doc_md");
  private static final Set<String> NOT_OF_OPERATOR =
      Set.of("task_id", "operator", "dependencies", "task_group_name");

  private final LoadedDag dag;
  private final Python python = new Python();
  private final StringBuilder body = new StringBuilder();
  private final Map<String, String> variables = new LinkedHashMap<>();

  private PythonDag(LoadedDag dag) {
    this.dag = dag;
  }

  /** The text of the file; equal DAGs give equal text. */
  static String source(LoadedDag dag) {
    return new PythonDag(dag).text();
  }

  private String text() {
    nameVariables();
    openDag();
    members(Optional.empty(), 1);
    edges();
    boolean hasGroups = !dag.groups().isEmpty();
    StringBuilder file = new StringBuilder();
    file.append("# Generated from ").append(dag.definition().file()).append("; do not edit.\n");
    Set<String> standard = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    for (String line : python.imports()) {
      (line.startsWith("from datetime") ? standard : others).add(line);
    }
    standard.forEach(line -> file.append(line).append('\n'));
    file.append(standard.isEmpty() ? "" : "\n");
    file.append(body.indexOf("pendulum.") < 0 ? "" : "import pendulum\n");
    others.forEach(line -> file.append(line).append('\n'));
    file.append("\ntry:\n    from airflow.sdk import DAG").append(hasGroups ? ", TaskGroup" : "");
    file.append("\nexcept ImportError:  # Airflow 2\n    from airflow import DAG\n");
    file.append(hasGroups ? "    from airflow.utils.task_group import TaskGroup\n" : "");
    return file.append('\n').append(body).toString();
  }

  private void line(int depth, String text) {
    body.append("    ".repeat(depth)).append(text).append('\n');
  }

  /** One name for each task and group that Python accepts. */
  private void nameVariables() {
    Set<String> taken = new LinkedHashSet<>(Set.of("dag", "pendulum", "DAG", "TaskGroup"));
    dag.groups().forEach((name, group) -> name(taken, name, group.id()));
    dag.tasks().forEach((name, fields) -> name(taken, name, id(name, fields)));
  }

  private void name(Set<String> taken, String name, String id) {
    String plain = id.replace(".", "__").replaceAll("[^A-Za-z0-9_]", "_");
    String variable = plain.matches("[A-Za-z_].*") ? plain : "task_" + plain;
    if (PythonWords.ALL.contains(variable)) {
      variable += "_";
    }
    String free = variable;
    for (int i = 2; !taken.add(free); i++) {
      free = variable + "_" + i;
    }
    variables.put(name, free);
  }

  private String id(String name, Fields fields) {
    return fields
        .text("task_group_name")
        .map(group -> dag.groups().get(group).id() + "." + name)
        .orElse(name);
  }

  private void openDag() {
    line(0, "with DAG(");
    line(1, "dag_id=" + Python.text(dag.definition().dagId()) + ",");
    for (String key : DAG_KEYS) {
      if (dag.written().has(key)) {
        line(1, key + "=" + dagValue(key) + ",");
      } else if (isOfTasksAlone(key)) {
        line(1, key + "=None,");
      }
    }
    line(0, ") as dag:");
  }

  /** A date in default_args alone is one of the tasks: dag-factory leaves the DAG's own empty. */
  private boolean isOfTasksAlone(String key) {
    return key.endsWith("_date")
        && dag.written()
            .value("default_args")
            .filter(YamlValue::isMapping)
            .filter(defaults -> defaults.mapping().containsKey(key))
            .isPresent();
  }

  private String dagValue(String key) {
    YamlValue value = dag.written().values().get(key);
    if (key.equals("start_date") || key.equals("end_date")) {
      return date(dag.written(), key);
    } else if (key.equals("default_args") && value.isMapping()) {
      return defaultArgs(Fields.of(value, dag.written().problems()));
    } else if (key.equals("schedule")
        && "none".equalsIgnoreCase(String.valueOf(value.json()).strip())) {
      return "None";
    }
    return python.value(value);
  }

  private String defaultArgs(Fields defaults) {
    List<String> entries = new ArrayList<>();
    defaults
        .values()
        .forEach(
            (key, value) -> {
              if (key.equals("start_date") || key.equals("end_date")) {
                entries.add(Python.text(key) + ": " + date(defaults, key));
              } else {
                entries.add(Python.text(key) + ": " + python.value(value));
              }
            });
    return "{" + String.join(", ", entries) + "}";
  }

  private String date(Fields fields, String key) {
    ZoneId zone = Dates.zone(fields);
    Optional<LocalDateTime> wall =
        Dates.date(fields, key, zone).map(ZonedDateTime::toLocalDateTime);
    String name = fields.text("timezone").orElse("UTC");
    return wall.map(each -> python.date(each, name)).orElse("None");
  }

  /** Groups and tasks inside of a group, or of none. */
  private void members(Optional<String> around, int depth) {
    dag.groups()
        .forEach(
            (name, group) -> {
              if (group.parent().equals(around)) {
                line(depth, group(name, group) + " as " + variables.get(name) + ":");
                int before = body.length();
                members(Optional.of(name), depth + 1);
                if (body.length() == before) {
                  line(depth + 1, "pass");
                }
              }
            });
    dag.tasks()
        .forEach(
            (name, fields) -> {
              if (fields.text("task_group_name").equals(around)) {
                task(name, fields, depth);
              }
            });
  }

  private String group(String name, Group group) {
    StringBuilder call = new StringBuilder("with TaskGroup(group_id=" + Python.text(name));
    group
        .fields()
        .text("tooltip")
        .ifPresent(text -> call.append(", tooltip=").append(Python.text(text)));
    group
        .fields()
        .value("default_args")
        .ifPresent(
            value ->
                call.append(", default_args=")
                    .append(defaultArgs(Fields.of(value, dag.written().problems()))));
    return call.append(")").toString();
  }

  private void task(String name, Fields fields, int depth) {
    String path = new TaskReader(dag.written().problems()).operator(fields);
    int dot = path.lastIndexOf('.');
    python
        .imports()
        .add("from %s import %s".formatted(path.substring(0, dot), path.substring(dot + 1)));
    line(depth, variables.get(name) + " = " + path.substring(dot + 1) + "(");
    line(depth + 1, "task_id=" + Python.text(name) + ",");
    fields
        .values()
        .forEach(
            (key, value) -> {
              if (!NOT_OF_OPERATOR.contains(key)) {
                line(depth + 1, key + "=" + python.value(value) + ",");
              }
            });
    line(depth, ")");
  }

  /** In dag-factory's order; an edge between groups is drawn from the later one, as there. */
  private void edges() {
    dag.tasks().forEach((name, fields) -> edges(name, fields, " >> "));
    dag.groups().values().stream()
        .sorted(Comparator.comparingInt(Group::ordinal))
        .forEach(group -> edges(group.name(), group.fields(), " << "));
  }

  private void edges(String name, Fields fields, String arrow) {
    for (YamlValue dependency : fields.texts("dependencies")) {
      String before = variables.get((String) dependency.content());
      String after = variables.get(name);
      line(1, arrow.equals(" >> ") ? before + arrow + after : after + arrow + before);
    }
  }
}
