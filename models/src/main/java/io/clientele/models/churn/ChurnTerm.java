package io.clientele.models.churn;

import static org.apache.spark.sql.functions.expr;

import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * The inputs of the churn model: the feature, how it enters, the direction it may have and the
 * sentence a marketer reads. Directions keep explanations sensible: silence can only speak for
 * leaving, purchases only against it. Features that say nearly the same are left out, so that three
 * reasons are three reasons.
 */
public enum ChurnTerm {
  SILENCE(
      "days_since_last_purchase",
      "ln(1 + days_since_last_purchase)",
      Direction.RAISES,
      "concat('last bought ', {days:days_since_last_purchase}, ' ago')"),
  GAP_RATIO(
      "gap_ratio",
      "ln(1 + gap_ratio)",
      Direction.RAISES,
      "concat('has not bought for ', {days:days_since_last_purchase}, '; usually every ',"
          + " {n:usual_gap_days})"),
  TENURE(
      "days_since_first_purchase",
      "ln(1 + days_since_first_purchase)",
      Direction.ANY,
      "concat('customer for ', {days:days_since_first_purchase}, ', bought on ',"
          + " {n:purchase_day_count}, ' of them')"),
  PURCHASE_DAYS(
      "purchase_day_count",
      "ln(1 + purchase_day_count)",
      Direction.LOWERS,
      "concat('has bought on only ', {days:purchase_day_count}, ' so far')"),
  SPEND_365(
      "spend_365_days",
      "ln(1 + greatest(0D, cast(spend_365_days as double)))",
      Direction.LOWERS,
      "concat('spent ', {n:spend_365_days}, ' in the last 365 days')"),
  VOLUME_TREND(
      "volume_trend",
      "ln(1 + volume_trend)",
      Direction.LOWERS,
      "concat('spent ', {n:spend_90_days}, ' in the last 90 days, buys ',"
          + " {n:volume_trend * 100}, ' % of the usual volume')"),
  MEAN_ORDER_SPEND(
      "mean_order_spend",
      "ln(1 + mean_order_spend)",
      Direction.LOWERS,
      "concat('an order brings ', {n:mean_order_spend}, ' on average')"),
  MEAN_LINES(
      "mean_line_count",
      "ln(1 + mean_line_count)",
      Direction.LOWERS,
      "concat('an order has ', {n1:mean_line_count}, ' lines on average')"),
  RETURNS(
      "return_ratio",
      "return_ratio",
      Direction.RAISES,
      "concat('returned ', {n:return_ratio * 100}, ' % of what was bought')");

  /** Whether a higher value may raise or lower the odds of leaving. */
  enum Direction {
    RAISES(0, Double.POSITIVE_INFINITY),
    LOWERS(Double.NEGATIVE_INFINITY, 0),
    ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    final double lowest;
    final double highest;

    Direction(double lowest, double highest) {
      this.lowest = lowest;
      this.highest = highest;
    }
  }

  private final String feature;
  private final String transform;
  private final Direction direction;
  private final String sentence;

  ChurnTerm(String feature, String transform, Direction direction, String sentence) {
    this.feature = feature;
    this.transform = transform;
    this.direction = direction;
    this.sentence = sentence;
  }

  /** Column of ftr_customer_churn; it is also the code of the reason. */
  public String feature() {
    return feature;
  }

  Direction direction() {
    return direction;
  }

  /** Name of the transformed value as a column. */
  String column() {
    return "x_" + name().toLowerCase(Locale.ROOT);
  }

  /** The value that enters the model; empty where the feature is. */
  Column transformed() {
    return expr("cast(" + transform + " as double)");
  }

  /** The sentence, all its numbers read from ftr_customer_churn. */
  Column text() {
    return expr(SentenceNumbers.expand(sentence));
  }
}
