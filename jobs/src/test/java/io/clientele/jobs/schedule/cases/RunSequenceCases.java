package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.timetable.Restriction;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import io.clientele.jobs.schedule.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** run-sequences.json: every run that Airflow's own scheduler made around a clock change. */
final class RunSequenceCases implements CaseFile {
  private record Run(String runId, Instant logicalDate, RunDates dates) {}

  @Override
  public String format() {
    return "airflow-run-sequence-cases/1";
  }

  @Override
  public void check(Case one) {
    Timetable timetable = TimetableShape.of(one);
    ZoneId zone = ZoneId.of(one.text("timezone"));
    Instant start = LocalDate.parse(one.text("start_date")).atStartOfDay(zone).toInstant();
    Restriction restriction =
        new Restriction(Optional.of(start), Optional.empty(), one.value("catchup").asBoolean());
    // The dag block says the same once more, for a YAML file.
    assertThat(one.value("dag").get("start_date").asText()).isEqualTo(one.text("start_date"));
    List<Run> expected = new ArrayList<>();
    one.value("expected_runs").forEach(node -> expected.add(expected(node)));
    assertThat(expected).hasSize(one.value("count").asInt());
    assertThat(runs(timetable, restriction, one.instant("now"))).isEqualTo(expected);
  }

  private static List<Run> runs(Timetable timetable, Restriction restriction, Instant now) {
    List<Run> runs = new ArrayList<>();
    Optional<RunDates> next = timetable.next(Optional.empty(), restriction, now);
    while (next.isPresent() && !next.get().runAfter().isAfter(now)) {
      RunDates dates = next.get();
      String runId = RunIds.of(RunType.SCHEDULED, dates.runAfter());
      runs.add(new Run(runId, dates.logicalDate(), dates));
      next = timetable.next(Optional.of(dates.interval()), restriction, now);
    }
    return runs;
  }

  private static Run expected(JsonNode node) {
    return new Run(
        node.get("run_id").asText(),
        Case.instant(node.get("logical_date")),
        TimetableCases.run(node));
  }
}
