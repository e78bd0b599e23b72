package io.clientele.models.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.clientele.models.evaluation.Evaluation;
import io.clientele.models.evaluation.LiftCurve;
import io.clientele.models.evaluation.Tallies;
import io.clientele.models.evaluation.Tally;
import io.clientele.models.registry.ModelCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fitted model with its calibration, judged on the held-out window beside the plain rule and the
 * champion.
 *
 * <p>The calibration is fitted on the newest closed window, which also judges. To stay honest it is
 * judged by halves of the customers: each half by the curve fitted on the other. It is kept only if
 * its Brier score is better than without.
 *
 * @param artifact what would score
 * @param model its measures
 * @param baseline the plain rule
 * @param champion the champion's measures on the same window
 * @param backtest predicted and realised by tenths
 */
record ChurnCandidate(
    ChurnArtifact artifact,
    Evaluation model,
    ModelCard.Baseline baseline,
    Optional<Evaluation> champion,
    List<LiftCurve.Tenth> backtest) {

  static ChurnCandidate judge(
      ChurnArtifact fitted, Dataset<Row> rows, Sample heldOut, Optional<ChurnArtifact> champion) {
    double[] logOdds = heldOut.logOdds(fitted);
    PlattCalibration all = PlattCalibration.fit(logOdds, heldOut.labels());
    Map<String, List<Tally>> tallies =
        Tallies.of(
            rows, scorers(fitted, half(fitted, heldOut, 0), half(fitted, heldOut, 1), champion));
    Evaluation raw = Evaluation.ofProbability(tallies.get("raw"));
    Evaluation calibrated = Evaluation.ofProbability(tallies.get("calibrated"));
    boolean isBetter = calibrated.brier() < raw.brier();
    return new ChurnCandidate(
        fitted.calibratedBy(isBetter ? all : all.withoutShift()),
        isBetter ? calibrated : raw,
        PlainRule.judge(tallies.get("training rule"), tallies.get("rule")),
        Optional.ofNullable(tallies.get("champion")).map(Evaluation::ofProbability),
        LiftCurve.of(tallies.get(isBetter ? "calibrated" : "raw")).tenths());
  }

  /** The artifact with the curve of one half of the customers. */
  private static ChurnArtifact half(ChurnArtifact fitted, Sample heldOut, int side) {
    Sample half = heldOut.fold(side, 2, true);
    return fitted.calibratedBy(PlattCalibration.fit(half.logOdds(fitted), half.labels()));
  }

  private static Map<String, Column> scorers(
      ChurnArtifact fitted,
      ChurnArtifact even,
      ChurnArtifact odd,
      Optional<ChurnArtifact> champion) {
    Column heldOut = col("is_held_out");
    Column days = col("days_since_last_purchase").cast("double");
    Map<String, Column> scorers = new HashMap<>();
    scorers.put("raw", when(heldOut, new ChurnFormula(fitted).probability()));
    scorers.put(
        "calibrated",
        when(heldOut.and(expr("part % 2 = 0")), new ChurnFormula(odd).probability())
            .when(heldOut, new ChurnFormula(even).probability()));
    scorers.put("rule", when(heldOut, days));
    scorers.put("training rule", when(not(heldOut), days));
    champion.ifPresent(
        old -> scorers.put("champion", when(heldOut, new ChurnFormula(old).probability())));
    return scorers;
  }
}
