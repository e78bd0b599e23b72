package io.clientele.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.churn.judge.JudgeLog;
import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.testkit.SharedData;
import io.clientele.testkit.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChurnInputTest {
  @TempDir private Path folder;

  private static InputTable open(Path path) {
    return InputTable.open(
        TestSpark.session(), new InputFile(path, Optional.empty(), true, Optional.empty()));
  }

  private static double measure(Object models, String model, String name) {
    return (double) ((Map<?, ?>) ((Map<?, ?>) models).get(model)).get(name);
  }

  /** IBM Telco, 30 % held out: published figures lie at .845 to .85, above .865 is a leak. */
  @Test
  void telcoIsAsGoodAsPublishedAndHasNoLeak() {
    Path telco = SharedData.file("telco_churn_ibm/Telco-Customer-Churn.csv");
    LabelledInput input =
        new LabelledInput(
            "Churn",
            Optional.of("customerID"),
            List.of(),
            10,
            Optional.empty(),
            Optional.of(.3),
            Optional.empty());
    Map<String, Object> keys = input.judge(open(telco), false, 42).keys();
    assertThat(keys).containsEntry("positives", 1869L).containsEntry("label", "Churn=Yes");
    assertThat(keys).containsEntry("leak_suspects", List.of());
    assertThat(measure(keys.get("models"), "champion", "roc_auc")).isBetween(.82, .865);
    assertThat(measure(keys.get("models"), "champion", "brier")).isLessThan(.145);
    assertThat((List<?>) keys.get("profiles")).isNotEmpty();
  }

  /** Customers who buy at their own rate until they leave for good. */
  private Path log() throws IOException {
    Random random = new Random(3);
    LocalDate first = LocalDate.of(2024, 1, 1);
    StringBuilder lines = new StringBuilder("who,when,what,how much\n");
    for (int customer = 0; customer < 700; customer++) {
      double rate = 0.2 + random.nextDouble() * 2;
      double gone = -Math.log(random.nextDouble()) * 400;
      double day = random.nextInt(60);
      while (day < Math.min(gone, 330)) {
        lines.append(customer).append(',').append(first.plusDays((long) day)).append(",o");
        lines.append(day).append(',').append(10 + random.nextInt(90)).append('\n');
        day += -Math.log(random.nextDouble()) * 30 / rate;
      }
    }
    return Files.writeString(folder.resolve("log.csv"), lines);
  }

  @Test
  void aLogIsJudgedOnlyByOutcomesThatHadClosed() throws IOException {
    ChurnLogInput input =
        new ChurnLogInput("who", "when", "how much", Optional.of("what"), Optional.empty());
    LocalDate open = LocalDate.of(2024, 10, 1);
    LocalDate closed = LocalDate.of(2024, 8, 1);
    EvaluationResult result =
        input.judge(open(log()), new JudgeLog.Question(90, List.of(open, closed), 42));
    List<?> cutOffs = (List<?>) result.keys().get("cutoffs");
    assertThat(cutOffs).hasSize(1);
    Object date = ((Map<?, ?>) cutOffs.get(0)).get("date");
    assertThat(date).isEqualTo("2024-08-01");
    assertThat(result.warnings())
        .anyMatch(line -> line.startsWith("cut-off 2024-10-01 is left out"));
    Object models = ((Map<?, ?>) result.keys().get("pooled")).get("models");
    assertThat(measure(models, "champion", "roc_auc")).isBetween(.7, .99);
    for (String rival : List.of("rfm_logit", "pareto_nbd", "days_since_last_purchase")) {
      assertThat(measure(models, rival, "roc_auc")).isGreaterThan(.6);
      assertThat(((Map<?, ?>) result.keys().get("paired_bootstrap")).get(rival)).isNotNull();
    }
  }
}
