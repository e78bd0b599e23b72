package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** run-ids.json: made, recognised, accepted. */
final class RunIdCases implements CaseFile {
  @Override
  public String format() {
    return "airflow-run-id-cases/1";
  }

  @Override
  public void check(Case one) {
    JsonNode expected = one.value("expected");
    switch (one.text("kind")) {
      case "generate" -> generate(one, expected);
      case "generate_airflow_2_to_3_1" -> generateByLogicalDate(one, expected);
      case "infer_type" ->
          assertThat(RunIds.typeOf(one.text("run_id")).text())
              .isEqualTo(expected.get("run_type").asText());
      case "accept_for_manual_trigger" ->
          accept(one.text("run_id"), expected.get("accepted").asBoolean());
      default -> throw one.unknown("kind");
    }
  }

  private static RunType type(Case one) {
    return RunType.valueOf(one.text("run_type").toUpperCase(Locale.ROOT));
  }

  private static void generate(Case one, JsonNode expected) {
    Optional<Instant> logicalDate = one.optionalInstant("logical_date");
    Instant runAfter = one.instant("run_after");
    String runId = RunIds.of(type(one), runAfter);
    if (expected.has("pattern")) {
      assertThat(runId).matches(expected.get("pattern").asText());
    } else {
      assertThat(runId).isEqualTo(expected.get("run_id").asText());
    }
    assertThat(logicalDate.filter(date -> date.isAfter(runAfter))).as("not after").isEmpty();
  }

  /** Older versions put the logical date where newer ones put the instant a run is due. */
  private static void generateByLogicalDate(Case one, JsonNode expected) {
    assertThat(one.instant("run_after")).isAfter(one.instant("logical_date"));
    assertThat(RunIds.of(type(one), one.instant("logical_date")))
        .isEqualTo(expected.get("run_id").asText());
  }

  private static void accept(String runId, boolean accepted) {
    if (accepted) {
      RunIds.checkManual(runId);
    } else {
      assertThatThrownBy(() -> RunIds.checkManual(runId))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Cannot trigger run '" + runId + "': ");
    }
  }
}
