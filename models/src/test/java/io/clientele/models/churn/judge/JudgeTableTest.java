package io.clientele.models.churn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.evaluation.EvaluationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeTableTest {
  private static final int ROWS = 1200;

  /** Log-odds -1 + age - 1.5 for members; noise and blanks beside. */
  private static Frame customers(int rows, List<InputColumn> more) {
    Random random = new Random(11);
    double[] age = new double[rows];
    double[] noise = new double[rows];
    double[] member = new double[rows];
    double[] labels = new double[rows];
    for (int i = 0; i < rows; i++) {
      double z = random.nextGaussian();
      age[i] = random.nextInt(20) == 0 ? Double.NaN : 40 + 10 * z;
      noise[i] = random.nextGaussian();
      member[i] = random.nextInt(2);
      double odds = -1 + (Double.isNaN(age[i]) ? 0 : z) - 1.5 * member[i];
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    }
    List<InputColumn> columns = new ArrayList<>();
    columns.add(InputColumn.ofNumbers("age", age));
    columns.add(InputColumn.ofNumbers("noise", noise));
    columns.add(new InputColumn("member", InputColumn.Kind.CATEGORY, member, List.of("no", "yes")));
    columns.addAll(more);
    return Frame.ofCustomers(columns, labels);
  }

  private static EvaluationResult judged(Frame frame, boolean isKeepingSuspects) {
    return JudgeTable.of(
        frame,
        Protocol.folds(frame, 3, 42),
        new JudgeTable.Question(
            "left=yes",
            IntStream.range(0, frame.size()).mapToObj(i -> "c" + i).toList(),
            isKeepingSuspects,
            42));
  }

  private static double measure(EvaluationResult result, String model, String name) {
    Map<?, ?> models = (Map<?, ?>) result.keys().get("models");
    return (double) ((Map<?, ?>) models.get(model)).get(name);
  }

  @Test
  void a_linear_truth_is_found_calibrated_and_beats_the_rules() {
    EvaluationResult result = judged(customers(ROWS, List.of()), false);
    assertThat(result.keys()).containsEntry("leak_suspects", List.of());
    assertThat(measure(result, "champion", "roc_auc")).isBetween(.72, .85);
    assertThat(measure(result, "champion", "roc_auc"))
        .isGreaterThan(measure(result, "baseline_best_rule", "roc_auc") + .03);
    assertThat(measure(result, "champion", "calibration_error")).isLessThan(.06);
    assertThat(measure(result, "baseline_prevalence", "roc_auc")).isCloseTo(.5, within(.05));
    assertThat(measure(result, "baseline_prevalence", "top_decile_lift")).isCloseTo(1, within(.2));
  }

  @Test
  void predictions_name_each_row_once_and_the_strongest_reason_first() {
    EvaluationResult result = judged(customers(ROWS, List.of()), false);
    EvaluationResult.Sheet sheet = result.sheets().get(0);
    assertThat(sheet.columns())
        .containsExactly("id", "label", "probability", "fold", "reason_1", "reason_2", "reason_3");
    List<List<?>> rows = new ArrayList<>();
    sheet.rows().forEach(rows::add);
    assertThat(rows).hasSize(ROWS);
    assertThat(rows.stream().map(row -> row.get(0)).distinct()).hasSize(ROWS);
    List<?> riskiest =
        rows.stream()
            .max((a, b) -> Double.compare((double) a.get(2), (double) b.get(2)))
            .orElseThrow();
    assertThat(riskiest.get(4).toString())
        .startsWith("age is ")
        .contains("half of all have at most");
    assertThat(riskiest.get(5).toString()).isEqualTo("member is no");
  }

  @Test
  void the_same_seed_gives_the_same_result() {
    Frame frame = customers(600, List.of());
    assertThat(judged(frame, false).keys()).isEqualTo(judged(frame, false).keys());
  }

  /** Columns that only somebody who knows the outcome can fill. */
  private static List<InputColumn> leaks(double[] labels) {
    double[] cancelled =
        Arrays.stream(labels).map(label -> label > 0 ? 15000 : Double.NaN).toArray();
    double[] coded = new double[labels.length];
    double[] status = new double[labels.length];
    Random random = new Random(5);
    for (int i = 0; i < labels.length; i++) {
      coded[i] = 7 - 3 * labels[i] + random.nextGaussian() / 3;
      // Six of ten leavers were already marked when the file was made.
      status[i] = labels[i] > 0 && random.nextInt(10) < 6 ? 2 : random.nextInt(2);
    }
    return List.of(
        new InputColumn("cancelled_on", InputColumn.Kind.DATE, cancelled, List.of()),
        InputColumn.ofNumbers("coded", coded),
        new InputColumn(
            "status", InputColumn.Kind.CATEGORY, status, List.of("new", "active", "closed")));
  }

  @Test
  void planted_leaks_are_named_and_left_out_and_nothing_else_is() {
    Frame clean = customers(ROWS, List.of());
    EvaluationResult result = judged(customers(ROWS, leaks(clean.labels())), false);
    List<?> suspects = (List<?>) result.keys().get("leak_suspects");
    assertThat(suspects.stream().map(each -> (Object) ((Map<?, ?>) each).get("column")))
        .containsExactlyInAnyOrder("cancelled_on", "coded", "status");
    assertThat(measure(result, "champion", "roc_auc")).isLessThan(.85);
    assertThat(result.warnings()).anyMatch(line -> line.contains("status is left out"));
    EvaluationResult kept = judged(customers(ROWS, leaks(clean.labels())), true);
    assertThat(measure(kept, "champion", "roc_auc")).isGreaterThan(.99);
    assertThat(kept.warnings())
        .anyMatch(line -> line.contains("better than customers' behaviour allows"));
  }

  @Test
  void too_few_rows_or_one_class_are_refused_with_the_reason() {
    Frame few = customers(200, List.of());
    assertThat(judged(few, false).keys().get("refused").toString())
        .isEqualTo(
            "Cannot judge churn models: 133 rows to learn from, at least 300 needed; take more"
                + " rows.");
    Frame one = new Frame(customers(ROWS, List.of()).columns(), new double[ROWS], few(ROWS));
    assertThat(judged(one, false).keys().get("refused").toString())
        .contains("0 leavers among 800 rows");
  }

  private static int[] few(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  @Test
  void contributions_of_every_model_differ_from_its_log_odds_by_one_constant() {
    Frame frame = customers(ROWS, List.of());
    Fitted fitted = Training.fit(frame, frame.all(), 1);
    for (Fitted.Calibrated model : fitted.models().values()) {
      double[][] parts = model.contributions(frame, frame.all());
      double constant = constant(model, frame, parts, 0);
      for (int row = 1; row < frame.size(); row++) {
        assertThat(constant(model, frame, parts, row)).isCloseTo(constant, within(1e-6));
      }
    }
  }

  private static double constant(Fitted.Calibrated model, Frame frame, double[][] parts, int row) {
    double odds =
        model.calibration().slope() * model.scorer().logOdds(frame, row)
            + model.calibration().offset();
    return odds - Arrays.stream(parts[row]).sum();
  }

  @Test
  void the_newest_rows_judge_when_time_is_given() {
    Frame frame = customers(1000, List.of());
    InputColumn days =
        new InputColumn(
            "day",
            InputColumn.Kind.DATE,
            IntStream.range(0, 1000).mapToDouble(i -> 20000 + i / 10).toArray(),
            List.of());
    Protocol protocol = Protocol.fraction(frame, .2, java.util.Optional.of(days), 1);
    assertThat(protocol.splits().get(0).judged()).hasSize(200).startsWith(800);
    assertThat(protocol.splits().get(0).training()).hasSize(800).endsWith(799);
    assertThat(Protocol.fraction(frame, .2, java.util.Optional.empty(), 1).splits().get(0).judged())
        .hasSize(200);
  }
}
