package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.state.Retries;
import io.clientele.jobs.schedule.state.TaskState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** retries.json: the wait, whether there is one, and what exit codes mean. */
final class RetryCases implements CaseFile {
  @Override
  public String format() {
    return "airflow-retry-cases/1";
  }

  @Override
  public void check(Case one) {
    switch (one.text("kind")) {
      case "delay" -> delay(one);
      case "eligible" -> {
        int tryNumber = one.value("failed_try_number").asInt();
        assertThat(Retries.afterFailure(tryNumber, one.value("retries").asInt()))
            .isEqualTo(TaskState.of(one.text("expected_state")));
      }
      case "exit_code" -> exitCode(one);
      default -> throw one.unknown("kind");
    }
  }

  private static void delay(Case one) {
    double seconds =
        Retries.delay(
                    seconds(one.value("retry_delay_seconds")),
                    factor(one.value("retry_exponential_backoff")),
                    one.optional("max_retry_delay_seconds").map(RetryCases::seconds),
                    one.value("failed_try_number").asInt(),
                    key(one))
                .toMillis()
            / 1000.0;
    JsonNode expected = one.value("expected");
    if (expected.has("delay_seconds")) {
      assertThat(seconds).isEqualTo(expected.get("delay_seconds").asDouble());
    } else {
      assertThat(seconds)
          .isBetween(
              expected.get("delay_seconds_min").asDouble(),
              expected.get("delay_seconds_max").asDouble());
    }
    // Not required, but our jitter is Airflow's own.
    one.optional("informative_airflow_delay_seconds")
        .ifPresent(airflow -> assertThat(seconds).isEqualTo(airflow.asDouble()));
  }

  private static String key(Case one) {
    return one.optional("jitter_key")
        .map(
            key ->
                String.join(
                    "#",
                    key.get("dag_id").asText(),
                    key.get("task_id").asText(),
                    key.get("logical_date_text").asText()))
        .orElse("dag#task#date");
  }

  private static Duration seconds(JsonNode node) {
    return Duration.ofMillis(Math.round(node.asDouble() * 1000));
  }

  private static double factor(JsonNode node) {
    return node.isBoolean() ? (node.asBoolean() ? 2 : 0) : node.asDouble();
  }

  private static void exitCode(Case one) {
    assertThat(one.text("operator")).isEqualTo("BashOperator");
    Set<Integer> skipCodes = new HashSet<>();
    one.optional("skip_on_exit_code")
        .ifPresent(
            node -> {
              if (node.isArray()) {
                node.forEach(code -> skipCodes.add(code.asInt()));
              } else {
                skipCodes.add(node.asInt());
              }
            });
    int maxTries = one.value("retries_left").asBoolean() ? 1 : 0;
    assertThat(Retries.afterExit(one.value("exit_code").asInt(), skipCodes, 1, maxTries))
        .isEqualTo(TaskState.of(one.text("expected_state")));
  }
}
