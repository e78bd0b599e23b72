package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.state.BackfillPlan;
import io.clientele.jobs.schedule.state.Reprocess;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.CronTrigger;
import io.clientele.jobs.schedule.timetable.Once;
import io.clientele.jobs.schedule.timetable.Timetable;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The backfill cases of states.json. */
final class BackfillCases {
  private static final Set<String> KNOWN =
      Set.of(
          "from_date",
          "to_date",
          "now",
          "run_backwards",
          "any_depends_on_past",
          "reprocess_behavior",
          "schedule");

  private BackfillCases() {}

  static void check(Case one) {
    if (one.optional("validate").isPresent()) {
      validate(one, one.value("validate"));
      return;
    }
    Optional<RunState> existing =
        one.optional("existing_run_state").map(state -> RunState.of(state.asText()));
    Reprocess.Action action = Reprocess.of(one.text("reprocess_behavior")).action(existing);
    assertThat(action.name()).isEqualToIgnoringCase(one.text("expected"));
  }

  private static void validate(Case one, JsonNode asked) {
    Set<String> unknown = new TreeSet<>();
    asked.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(KNOWN);
    assertThat(unknown).as("unknown case shape").isEmpty();
    BackfillPlan plan =
        new BackfillPlan(
            instant(asked, "from_date", "2025-01-01T00:00:00Z"),
            instant(asked, "to_date", "2025-01-03T00:00:00Z"),
            asked.path("run_backwards").asBoolean(false),
            Reprocess.of(asked.path("reprocess_behavior").asText("none")));
    Instant now = instant(asked, "now", "2025-06-01T00:00:00Z");
    boolean dependsOnPast = asked.path("any_depends_on_past").asBoolean(false);
    switch (one.text("expected")) {
      case "ok" -> plan.check(timetable(asked), dependsOnPast, now);
      case "error" ->
          assertThatThrownBy(() -> plan.check(timetable(asked), dependsOnPast, now))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageStartingWith("Cannot backfill: ");
      default -> throw one.unknown("expected");
    }
  }

  private static Instant instant(JsonNode asked, String key, String otherwise) {
    return Instant.parse(asked.path(key).asText(otherwise));
  }

  private static Timetable timetable(JsonNode asked) {
    if (!asked.has("schedule")) {
      return CronTrigger.of(CronExpression.parse("@daily"), ZoneOffset.UTC);
    }
    return asked.get("schedule").isNull() ? new Unscheduled() : once(asked.get("schedule"));
  }

  private static Timetable once(JsonNode schedule) {
    assertThat(schedule.asText()).as("unknown case shape: schedule").isEqualTo("@once");
    return new Once();
  }
}
