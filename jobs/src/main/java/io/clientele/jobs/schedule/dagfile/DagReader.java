package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RunLimits;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.timetable.Continuous;
import io.clientele.jobs.schedule.timetable.Timetable;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One DAG of a file. */
final class DagReader {
  private static final Pattern ID =
      Pattern.compile("[\\w.-]{1,250}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int LONGEST_TAG = 100;

  private final Problems problems;
  private final LoadSettings settings;
  private final String file;

  DagReader(Problems problems, LoadSettings settings, String file) {
    this.problems = problems;
    this.settings = settings;
    this.file = file;
  }

  LoadedDag dag(String dagId, Fields dag) {
    checkId(dag.place(), dagId, "DAG");
    dag.onlyKnown(Keys.DAG, Keys.REFUSED_DAG);
    Fields defaults = defaultArgs(dag);
    ZoneId zone = zone(dag, defaults);
    Timetable timetable =
        new ScheduleReader(problems, settings.cronDataIntervals(), zone)
            .timetable(dag.value("schedule"));
    Map<String, Group> groups = new GroupReader(problems).read(dag);
    Map<String, Fields> tasks = GroupReader.named(dag, "tasks", "task_id");
    DagDefinition.Builder builder =
        DagDefinition.dag(dagId, timetable)
            .zone(zone)
            .file(file)
            .limits(limits(dag, timetable))
            .params(dag.json("params"))
            .tags(tags(dag))
            .tasks(tasks(dag, defaults, groups, tasks));
    start(dag, defaults).map(ZonedDateTime::toInstant).ifPresent(builder::startDate);
    end(dag, defaults).map(ZonedDateTime::toInstant).ifPresent(builder::endDate);
    dag.text("dag_display_name").ifPresent(builder::displayName);
    dag.text("description").ifPresent(builder::description);
    dag.text("doc_md").ifPresent(builder::docMd);
    dag.truth("catchup").ifPresent(builder::catchup);
    dag.truth("is_paused_upon_creation").ifPresent(builder::pausedUponCreation);
    new IntervalWarning(problems, settings).check(dag, tasks);
    return new LoadedDag(builder.build(), dag, groups, tasks);
  }

  private void checkId(Place place, String id, String what) {
    if (!ID.matcher(id).matches()) {
      problems.refuse(
          place,
          "'" + id + "' is no id of a " + what,
          "use letters, digits, _ - and ., at most 250");
    }
  }

  private Fields defaultArgs(Fields dag) {
    Fields defaults =
        dag.value("default_args")
            .map(value -> Fields.of(value, problems))
            .orElse(new Fields(dag.place(), Map.of(), problems));
    defaults.onlyKnown(Keys.defaultArgs(), Keys.REFUSED_DEFAULT_ARGS);
    for (String date : List.of("start_date", "end_date")) {
      if (dag.value(date).isPresent() && defaults.value(date).isPresent()) {
        problems.refuse(
            defaults.value(date).orElseThrow().place(),
            "it would date the tasks apart from the DAG",
            "keep the " + date + " of the DAG alone");
      }
    }
    return defaults;
  }

  /** The zone beside the start date that counts; UTC without one. */
  private static ZoneId zone(Fields dag, Fields defaults) {
    if (dag.value("start_date").isPresent()) {
      return Dates.zone(dag);
    }
    return defaults.value("start_date").isPresent() ? Dates.zone(defaults) : ZoneOffset.UTC;
  }

  private Optional<ZonedDateTime> start(Fields dag, Fields defaults) {
    warnOfTimezone(dag);
    Optional<ZonedDateTime> own = Dates.date(dag, "start_date", Dates.zone(dag));
    return own.isPresent() ? own : Dates.date(defaults, "start_date", Dates.zone(defaults));
  }

  private Optional<ZonedDateTime> end(Fields dag, Fields defaults) {
    Optional<ZonedDateTime> own = Dates.date(dag, "end_date", Dates.zone(dag));
    return own.isPresent() ? own : Dates.date(defaults, "end_date", Dates.zone(defaults));
  }

  private void warnOfTimezone(Fields dag) {
    if (dag.value("timezone").isPresent() && dag.value("start_date").isEmpty()) {
      problems.warn(
          dag.value("timezone").orElseThrow().place(),
          "without a start_date beside it Airflow ignores it, and cron fields are in UTC",
          "move the start_date beside it, or name the zone in the timetable");
    }
  }

  private RunLimits limits(Fields dag, Timetable timetable) {
    RunLimits plain = RunLimits.DEFAULT;
    int runs = dag.integer("max_active_runs", 1).orElse(plain.maxActiveRuns());
    if (timetable instanceof Continuous && runs != 1) {
      problems.refuse(
          dag.value("schedule").orElseThrow().place(),
          "@continuous allows one run at a time, and there is no max_active_runs: 1",
          "add max_active_runs: 1");
    }
    return new RunLimits(
        runs,
        dag.integer("max_active_tasks", 1).orElse(plain.maxActiveTasks()),
        plain.maxConsecutiveFailedRuns(),
        dag.read("dagrun_timeout", Durations::exact));
  }

  private List<String> tags(Fields dag) {
    List<String> tags = new ArrayList<>();
    for (YamlValue tag : dag.texts("tags")) {
      String text = (String) tag.content();
      if (text.length() > LONGEST_TAG || tags.contains(text)) {
        problems.refuse(tag.place(), "the tag stands twice or has over 100 characters", "mend it");
      }
      tags.add(text);
    }
    return tags;
  }

  private List<TaskDefinition> tasks(
      Fields dag, Fields defaults, Map<String, Group> groups, Map<String, Fields> tasks) {
    Map<String, String> ids = new LinkedHashMap<>();
    Map<String, Fields> defaultsOf = new LinkedHashMap<>();
    tasks.forEach(
        (name, fields) -> {
          checkId(fields.place(), name, "task");
          Optional<Group> group = group(fields, groups);
          ids.put(name, group.map(each -> each.id() + "." + name).orElse(name));
          defaultsOf.put(name, group.map(each -> each.defaults().over(defaults)).orElse(defaults));
          if (groups.containsKey(name)) {
            problems.refuse(fields.place(), "a group has the same name", "rename one");
          }
        });
    if (tasks.isEmpty()) {
      problems.refuse(dag.place(), "it has no tasks", "add tasks, or remove the DAG");
    }
    Dependencies dependencies = new Dependencies(ids, groups, problems);
    tasks.forEach(dependencies::add);
    groups.values().stream()
        .sorted(Comparator.comparingInt(Group::ordinal))
        .forEach(group -> dependencies.add(group.name(), group.fields()));
    dependencies.refuseCircle(dag.place());
    TaskReader reader = new TaskReader(problems);
    List<TaskDefinition> read = new ArrayList<>();
    ids.forEach(
        (name, id) ->
            read.add(
                reader.task(
                    id, tasks.get(name), defaultsOf.get(name), dependencies.upstream().get(id))));
    return read;
  }

  private Optional<Group> group(Fields task, Map<String, Group> groups) {
    Optional<String> name = task.text("task_group_name");
    if (name.isPresent() && !groups.containsKey(name.get())) {
      problems.refuse(
          task.value("task_group_name").orElseThrow().place(),
          "there is no group '" + name.get() + "'",
          groups.isEmpty()
              ? "declare it under task_groups; dag-factory would ignore it without a word"
              : "did you mean "
                  + io.clientele.warehouse.Warehouse.nearest(name.get(), groups.keySet())
                  + "?");
    }
    return name.map(groups::get);
  }
}
