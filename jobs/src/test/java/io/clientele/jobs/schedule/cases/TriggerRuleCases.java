package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.state.TriggerRule;
import io.clientele.jobs.schedule.state.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** trigger-rules.json: what becomes of a task, by the states of its upstreams. */
final class TriggerRuleCases implements CaseFile {
  @Override
  public String format() {
    return "airflow-trigger-rule-cases/1";
  }

  @Override
  public void check(Case one) {
    List<TaskState> upstream = new ArrayList<>();
    for (JsonNode state : one.value("upstream")) {
      upstream.add(TaskState.of(state.asText()));
    }
    TriggerRule rule = TriggerRule.valueOf(one.text("rule").toUpperCase(Locale.ROOT));
    Verdict expected =
        switch (one.text("expected")) {
          case "run" -> Verdict.RUN;
          case "wait" -> Verdict.WAIT;
          case "skipped" -> Verdict.SKIP;
          case "upstream_failed" -> Verdict.UPSTREAM_FAIL;
          default -> throw one.unknown("expected");
        };
    assertThat(rule.verdict(upstream)).isEqualTo(expected);
  }
}
