package io.clientele.jobs.schedule.dagfile;

import java.util.List;
import java.util.Map;

/** Warns of a plain schedule whose commands ask for both ends of the data interval. */
final class IntervalWarning {
  private static final List<String> ENDS = List.of("data_interval_start", "data_interval_end");

  private final Problems problems;
  private final LoadSettings settings;

  IntervalWarning(Problems problems, LoadSettings settings) {
    this.problems = problems;
    this.settings = settings;
  }

  void check(Fields dag, Map<String, Fields> tasks) {
    dag.value("schedule")
        .filter(schedule -> !settings.cronDataIntervals() && isPlain(schedule))
        .filter(schedule -> ENDS.stream().allMatch(end -> isAskedFor(end, tasks)))
        .ifPresent(
            schedule ->
                problems.warn(
                    schedule.place(),
                    "data_interval_start and data_interval_end are used together, but are equal"
                        + " with a plain schedule",
                    "write __type__: airflow.timetables.interval.CronDataIntervalTimetable"));
  }

  private static boolean isPlain(YamlValue schedule) {
    return (schedule.content() instanceof String text
            && !text.startsWith("@once")
            && !text.startsWith("@continuous")
            && !text.equalsIgnoreCase("none"))
        || (schedule.content() instanceof Typed typed
            && (typed.type().equals(Durations.TIMEDELTA)
                || typed.type().equals(Durations.RELATIVEDELTA)));
  }

  private static boolean isAskedFor(String end, Map<String, Fields> tasks) {
    return tasks.values().stream()
        .flatMap(
            task ->
                List.of("bash_command", "env", "cwd").stream()
                    .flatMap(key -> task.value(key).stream()))
        .anyMatch(value -> String.valueOf(value.json()).contains(end));
  }
}
