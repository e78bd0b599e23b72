package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.Restriction;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** timetables.json: the next run, sequences, manual intervals. */
final class TimetableCases implements CaseFile {
  @Override
  public String format() {
    return "airflow-timetable-cases/1";
  }

  @Override
  public void check(Case one) {
    Timetable timetable = TimetableShape.of(one);
    switch (one.text("kind")) {
      case "next" -> next(one, timetable);
      case "sequence" -> sequence(one, timetable);
      case "manual" -> {
        Instant at = one.instant("trigger_at");
        assertThat(timetable.manualInterval(at)).isEqualTo(interval(one.value("expected")));
      }
      default -> throw one.unknown("kind");
    }
  }

  private static void next(Case one, Timetable timetable) {
    Instant now = one.instant("now");
    Optional<DataInterval> last =
        one.optional("last_automated_interval")
            .map(node -> new DataInterval(at(node, "start"), at(node, "end")));
    Optional<RunDates> next = timetable.next(last, restriction(one), now);
    Optional<JsonNode> expected = one.optional("expected");
    assertThat(next).isEqualTo(expected.map(TimetableCases::run));
    expected.ifPresent(
        node -> assertThat(next.orElseThrow().logicalDate()).isEqualTo(at(node, "logical_date")));
    one.optional("due")
        .ifPresent(
            due ->
                assertThat(!next.orElseThrow().runAfter().isAfter(now))
                    .as("due")
                    .isEqualTo(due.asBoolean()));
  }

  private static void sequence(Case one, Timetable timetable) {
    List<RunDates> expected = new ArrayList<>();
    one.value("expected_runs").forEach(node -> expected.add(run(node)));
    List<RunDates> runs = new ArrayList<>();
    Optional<RunDates> next = timetable.next(Optional.empty(), restriction(one), Instant.EPOCH);
    while (next.isPresent() && runs.size() < one.value("count").asInt()) {
      runs.add(next.get());
      next = timetable.next(Optional.of(next.get().interval()), restriction(one), Instant.EPOCH);
    }
    assertThat(runs).isEqualTo(expected);
    assertThat(next.isEmpty()).as("exhausted").isEqualTo(one.value("exhausted").asBoolean());
  }

  private static Restriction restriction(Case one) {
    return new Restriction(
        one.optionalInstant("start_date"),
        one.optionalInstant("end_date"),
        one.value("catchup").asBoolean());
  }

  static RunDates run(JsonNode node) {
    return new RunDates(interval(node), at(node, "run_after"));
  }

  private static DataInterval interval(JsonNode node) {
    return new DataInterval(at(node, "data_interval_start"), at(node, "data_interval_end"));
  }

  private static Instant at(JsonNode node, String key) {
    return Case.instant(node.get(key));
  }
}
