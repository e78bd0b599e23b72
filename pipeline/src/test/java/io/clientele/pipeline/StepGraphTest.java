package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepGraphTest {
  private static StepGraph graph(Step... steps) {
    return StepGraph.of(List.of(steps), SmallShop.WAREHOUSE);
  }

  private static TestStep step(String name, Reads reads, Writes writes) {
    return TestStep.named(name).reading(reads).writing(writes);
  }

  private static List<String> names(StepGraph graph) {
    return graph.order().stream().map(Step::name).toList();
  }

  @Test
  void stepsFollowThoseWhoseTablesTheyRead() {
    assertThat(names(graph(SmallShop.total(), SmallShop.load(), SmallShop.stage())))
        .containsExactly("stage", "load", "total");
  }

  @Test
  void aSpanWaitsForTheTablesThatGiveIt() {
    Reads.Span span = new Reads.Span("day", List.of("stg_shop__lines"), "day", false);
    TestStep spanned =
        step("spanned", Reads.nothing().andWithin("dim_date", span), Writes.replace("rpt_totals"));
    assertThat(names(graph(spanned, SmallShop.stage()))).containsExactly("stage", "spanned");
  }

  @Test
  void aStepThatReadsAsPublishedWaitsForNobody() {
    TestStep early =
        step("early", Reads.nothing().andPublished("rpt_totals"), Writes.append("stg_shop__lines"));
    TestStep late = step("late", Reads.current("stg_shop__lines"), Writes.replace("rpt_totals"));
    assertThat(names(graph(late, early))).containsExactly("early", "late");
  }

  @Test
  void aScoringStepWaitsForTheTrainingOfItsFamily() {
    TestTraining train = new TestTraining("train", "churn", Trained.Decision.KEPT);
    TestStep score = step("score", Reads.nothing().andModel("churn"), Writes.replace("rpt_totals"));
    assertThat(names(graph(score, train))).containsExactly("train", "score");
  }

  @Test
  void aCircleIsRefusedAndNamed() {
    TestStep one = step("one", Reads.current("fct_lines"), Writes.append("stg_shop__lines"));
    TestStep two = step("two", Reads.current("stg_shop__lines"), Writes.upsert("fct_lines"));
    assertThatThrownBy(() -> graph(one, two))
        .hasMessage(
            "Cannot order the steps: they wait for each other in a circle: one waits for [two]; two"
                + " waits for [one]; read one of the tables as published.");
  }

  @Test
  void twoWritersOfOneTableAreRefused() {
    assertThatThrownBy(
            () ->
                graph(SmallShop.load(), step("again", Reads.nothing(), Writes.append("fct_lines"))))
        .hasMessage(
            "Cannot order the steps: load and again both write fct_lines; let one of them do it.");
  }

  @Test
  void anUnknownTableIsRefusedWithTheNearestName() {
    assertThatThrownBy(
            () -> graph(step("s", Reads.current("fct_line"), Writes.append("raw_batch"))))
        .hasMessageContaining("did you mean fct_lines?");
  }
}
