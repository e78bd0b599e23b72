package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.timetable.Continuous;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.CronTrigger;
import io.clientele.jobs.schedule.timetable.Delta;
import io.clientele.jobs.schedule.timetable.DeltaDataInterval;
import io.clientele.jobs.schedule.timetable.DeltaTrigger;
import io.clientele.jobs.schedule.timetable.FirstRun;
import io.clientele.jobs.schedule.timetable.MultipleCronTrigger;
import io.clientele.jobs.schedule.timetable.Once;
import io.clientele.jobs.schedule.timetable.Timetable;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import io.clientele.warehouse.Warehouse;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The value of {@code schedule}: nothing, a cron expression, a preset, a duration, a timetable. */
final class ScheduleReader {
  private static final String INTERVAL = "airflow.timetables.interval.";
  private static final String TRIGGER = "airflow.timetables.trigger.";

  /** Class paths of Airflow, also of its SDK where they load there, with our names. */
  private static final Map<String, String> CLASSES =
      Map.of(
          INTERVAL + "CronDataIntervalTimetable",
          "CronDataInterval",
          "airflow.sdk.CronDataIntervalTimetable",
          "CronDataInterval",
          TRIGGER + "CronTriggerTimetable",
          "CronTrigger",
          "airflow.sdk.CronTriggerTimetable",
          "CronTrigger",
          TRIGGER + "MultipleCronTriggerTimetable",
          "MultipleCronTrigger",
          TRIGGER + "DeltaTriggerTimetable",
          "DeltaTrigger",
          INTERVAL + "DeltaDataIntervalTimetable",
          "DeltaDataInterval",
          Durations.TIMEDELTA,
          "delta",
          Durations.RELATIVEDELTA,
          "delta");

  private final Problems problems;
  private final boolean cronDataIntervals;
  private final ZoneId zone;

  ScheduleReader(Problems problems, boolean cronDataIntervals, ZoneId zone) {
    this.problems = problems;
    this.cronDataIntervals = cronDataIntervals;
    this.zone = zone;
  }

  /** The timetable; of a DAG whose schedule is refused it never runs by itself. */
  Timetable timetable(Optional<YamlValue> schedule) {
    return schedule.flatMap(this::read).orElseGet(Unscheduled::new);
  }

  private Optional<Timetable> read(YamlValue value) {
    if (value.content() instanceof String text) {
      return text(value, text.strip());
    } else if (value.content() instanceof Typed typed) {
      return typed(value, typed);
    } else if (value.isList()) {
      problems.refuse(
          value.place(),
          "a list of assets schedules by data",
          "write a cron expression or a timetable; assets are not portable");
      return Optional.empty();
    }
    problems.refuse(
        value.place(),
        "it is " + value.shown() + ", no schedule",
        "write null, a cron expression in quotes, a duration or a timetable");
    return Optional.empty();
  }

  private Optional<Timetable> text(YamlValue value, String text) {
    if (text.equalsIgnoreCase("none")) {
      return Optional.empty();
    } else if (text.equals("@once")) {
      return Optional.of(new Once());
    } else if (text.equals("@continuous")) {
      return Optional.of(new Continuous());
    }
    return cron(value)
        .map(
            cron ->
                cronDataIntervals ? new CronDataInterval(cron, zone) : CronTrigger.of(cron, zone));
  }

  private Optional<CronExpression> cron(YamlValue value) {
    try {
      if (value.content() instanceof String text) {
        return Optional.of(CronExpression.parse(text));
      }
      problems.refuse(
          value.place(), value.shown() + " is no cron expression", "put five fields into quotes");
    } catch (IllegalArgumentException wrong) {
      problems.refuse(
          value.place(), wrong.getMessage().replaceAll(";[^;]*$", ""), "correct the expression");
    }
    return Optional.empty();
  }

  private Optional<Timetable> typed(YamlValue value, Typed typed) {
    String kind = CLASSES.get(typed.type());
    if (kind == null) {
      problems.refuse(
          value.place(),
          "the type %s is not known".formatted(typed.type()),
          "did you mean %s? Types are a closed list"
              .formatted(Warehouse.nearest(typed.type(), CLASSES.keySet())));
      return Optional.empty();
    }
    return switch (kind) {
      case "CronDataInterval" -> cronDataInterval(value, typed);
      case "CronTrigger" -> cronTrigger(value, typed);
      case "MultipleCronTrigger" -> multipleCron(value, typed);
      case "DeltaTrigger" -> deltaTrigger(value, typed);
      case "DeltaDataInterval" ->
          deltaOf(value, typed, Set.of())
              .flatMap(delta -> made(value, () -> new DeltaDataInterval(delta)));
      default -> Durations.delta(value, problems).flatMap(delta -> plainDelta(value, delta));
    };
  }

  private Optional<Timetable> plainDelta(YamlValue value, Delta delta) {
    return made(
        value, () -> cronDataIntervals ? new DeltaDataInterval(delta) : DeltaTrigger.of(delta));
  }

  private Optional<Timetable> cronDataInterval(YamlValue value, Typed typed) {
    known(value, typed, Set.of("timezone"), 1);
    Optional<ZoneId> in = timezone(value, typed);
    return expressions(typed).stream()
        .findFirst()
        .flatMap(cron -> in.map(zoneId -> new CronDataInterval(cron, zoneId)));
  }

  private Optional<Timetable> cronTrigger(YamlValue value, Typed typed) {
    known(value, typed, Set.of("timezone", "interval", "run_immediately"), 1);
    Optional<ZoneId> in = timezone(value, typed);
    return expressions(typed).stream()
        .findFirst()
        .flatMap(
            cron ->
                in.map(zoneId -> new CronTrigger(cron, zoneId, interval(typed), firstRun(typed))));
  }

  private Optional<Timetable> multipleCron(YamlValue value, Typed typed) {
    known(value, typed, Set.of("timezone", "interval", "run_immediately"), Integer.MAX_VALUE);
    Optional<ZoneId> in = timezone(value, typed);
    List<CronExpression> crons = expressions(typed);
    return crons.isEmpty()
        ? Optional.empty()
        : in.map(
            zoneId -> new MultipleCronTrigger(crons, zoneId, interval(typed), firstRun(typed)));
  }

  private Optional<Timetable> deltaTrigger(YamlValue value, Typed typed) {
    return deltaOf(value, typed, Set.of("interval"))
        .flatMap(delta -> made(value, () -> new DeltaTrigger(delta, interval(typed))));
  }

  private Optional<Delta> deltaOf(YamlValue value, Typed typed, Set<String> names) {
    known(value, typed, names, 1);
    return typed.positional().stream()
        .findFirst()
        .flatMap(delta -> Durations.delta(delta, problems));
  }

  private Optional<Timetable> made(YamlValue value, java.util.function.Supplier<Timetable> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException wrong) {
      problems.refuse(
          value.place(), wrong.getMessage().replaceAll(";[^;]*$", ""), "correct the duration");
      return Optional.empty();
    }
  }

  private void known(YamlValue value, Typed typed, Set<String> names, int most) {
    if (typed.positional().isEmpty() || typed.positional().size() > most) {
      problems.refuse(
          value.place(),
          "%s has %d positional values".formatted(typed.type(), typed.positional().size()),
          "write __args__: [\"0 3 * * *\"] or [duration], and name all else");
    }
    new Fields(value.place(), typed.named(), problems).onlyKnown(names, Map.of());
  }

  private List<CronExpression> expressions(Typed typed) {
    List<CronExpression> crons = new ArrayList<>();
    typed.positional().forEach(each -> cron(each).ifPresent(crons::add));
    return crons;
  }

  private Optional<ZoneId> timezone(YamlValue value, Typed typed) {
    YamlValue named = typed.named().get("timezone");
    if (named == null) {
      problems.refuse(
          value.place(), typed.type() + " has no timezone", "add timezone: Europe/Paris");
      return Optional.empty();
    }
    return Dates.zone(named, problems);
  }

  private Delta interval(Typed typed) {
    return Optional.ofNullable(typed.named().get("interval"))
        .flatMap(value -> Durations.delta(value, problems))
        .orElse(Delta.ZERO);
  }

  private FirstRun firstRun(Typed typed) {
    YamlValue value = typed.named().get("run_immediately");
    if (value == null) {
      return FirstRun.WHEN_RECENT;
    } else if (value.content() instanceof Boolean always) {
      return always ? FirstRun.IMMEDIATELY : FirstRun.WHEN_RECENT;
    }
    return Durations.exact(value, problems).map(FirstRun::within).orElse(FirstRun.WHEN_RECENT);
  }
}
