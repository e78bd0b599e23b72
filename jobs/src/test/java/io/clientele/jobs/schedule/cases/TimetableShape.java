package io.clientele.jobs.schedule.cases;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How case files write a timetable. */
final class TimetableShape {
  private TimetableShape() {}

  static Timetable of(Case one) {
    JsonNode schedule = one.value("schedule");
    ZoneId zone = ZoneId.of(one.text("timezone"));
    return switch (one.text("timetable")) {
      case "cron_data_interval" -> new CronDataInterval(cron(schedule), zone);
      case "cron_trigger" -> new CronTrigger(cron(schedule), zone, interval(one), firstRun(one));
      case "multiple_cron_trigger" ->
          new MultipleCronTrigger(crons(schedule), zone, interval(one), firstRun(one));
      case "delta_data_interval" -> new DeltaDataInterval(delta(schedule));
      case "delta_trigger" -> new DeltaTrigger(delta(schedule), interval(one));
      case "once" -> new Once();
      case "continuous" -> new Continuous();
      case "null" -> new Unscheduled();
      default -> throw one.unknown("timetable");
    };
  }

  private static CronExpression cron(JsonNode schedule) {
    return CronExpression.parse(schedule.asText());
  }

  private static List<CronExpression> crons(JsonNode schedule) {
    List<CronExpression> crons = new ArrayList<>();
    schedule.forEach(node -> crons.add(cron(node)));
    return crons;
  }

  private static Delta interval(Case one) {
    return one.optional("interval_seconds")
        .map(seconds -> Delta.exact(Duration.ofSeconds(seconds.asLong())))
        .orElse(Delta.ZERO);
  }

  private static FirstRun firstRun(Case one) {
    return one.optional("run_immediately")
        .map(
            node ->
                node.isBoolean()
                    ? (node.asBoolean() ? FirstRun.IMMEDIATELY : FirstRun.WHEN_RECENT)
                    : FirstRun.within(Duration.ofSeconds(node.asLong())))
        .orElse(FirstRun.WHEN_RECENT);
  }

  private static Delta delta(JsonNode schedule) {
    Map.Entry<String, JsonNode> typed = schedule.properties().iterator().next();
    Duration time = Duration.ZERO;
    Period period = Period.ZERO;
    for (Map.Entry<String, JsonNode> part : typed.getValue().properties()) {
      int amount = part.getValue().asInt();
      switch (part.getKey()) {
        case "months" -> period = period.plusMonths(amount);
        case "days" -> period = period.plusDays(amount);
        case "hours" -> time = time.plusHours(amount);
        case "minutes" -> time = time.plusMinutes(amount);
        default -> throw new AssertionError("unknown case shape: schedule " + schedule);
      }
    }
    return typed.getKey().equals("relativedelta")
        ? Delta.calendar(period, time)
        : Delta.exact(time.plusDays(period.getDays()));
  }
}
