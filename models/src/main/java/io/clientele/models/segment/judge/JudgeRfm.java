package io.clientele.models.segment.judge;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.segment.SegmentCuts;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Segments of the customers of a transaction log, by days since the last purchase, purchases and
 * net spend, each as log(1 + x) and standardised. A row with a positive amount is part of a
 * purchase; others only change the spend.
 */
public final class JudgeRfm {
  /** The features, as they are called everywhere. */
  public static final List<String> FEATURES =
      List.of("days_since_last_purchase", "purchase_count", "spend_total");

  private JudgeRfm() {}

  /**
   * Judges them.
   *
   * @param log columns {@code customer} (string), {@code day} (date), {@code amount} (double),
   *     {@code purchase} (string: rows with the same one are one purchase; null = each row is one)
   * @param asOf nothing on or after that day is used; empty = the day after the newest one
   */
  public static EvaluationResult of(
      Dataset<Row> log, Optional<LocalDate> asOf, Optional<Integer> k, long seed) {
    LocalDate reference = asOf.orElseGet(() -> dayAfter(log));
    Dataset<Row> customers = customers(log, reference).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      EvaluationResult judged =
          JudgeSegments.of(
              customers.select(
                  col("customer").as("id"),
                  array(
                          FEATURES.stream()
                              .map(name -> col(name).cast("double"))
                              .toArray(org.apache.spark.sql.Column[]::new))
                      .as("x")),
              new SegmentQuestion(FEATURES, true, true, k, seed));
      Map<String, Object> keys = new LinkedHashMap<>(judged.keys());
      keys.put("rfm", rfm(customers, reference));
      return new EvaluationResult(keys, judged.warnings(), judged.sheets());
    } finally {
      customers.unpersist(false);
    }
  }

  private static LocalDate dayAfter(Dataset<Row> log) {
    return LocalDate.parse(
        log.agg(expr("cast(date_add(max(day), 1) as string)")).first().getString(0));
  }

  private static Dataset<Row> customers(Dataset<Row> log, LocalDate reference) {
    String asOf = "date'" + reference + "'";
    return log.where("day < " + asOf)
        .groupBy("customer")
        .agg(
            expr("datediff(" + asOf + ", max(day) filter (where amount > 0))")
                .as("days_since_last_purchase"),
            expr("cast(count(distinct purchase) filter (where amount > 0)"
                    + " + count_if(amount > 0 and purchase is null) as int)")
                .as("purchase_count"),
            expr("cast(sum(amount) as decimal(18,6))").as("spend_total"))
        .where("days_since_last_purchase is not null")
        .withColumn("spend_last_365_days", col("spend_total"));
  }

  private static Map<String, Object> rfm(Dataset<Row> customers, LocalDate reference) {
    Row cuts = SegmentCuts.of(customers).first();
    Map<String, Object> byFeature = new LinkedHashMap<>();
    List<String> columns = List.of("r_cuts", "f_cuts", "m_cuts");
    for (int j = 0; j < columns.size(); j++) {
      byFeature.put(FEATURES.get(j), cuts.getList(cuts.fieldIndex(columns.get(j))));
    }
    Map<String, Object> rfm = new LinkedHashMap<>();
    rfm.put("reference_date", reference.toString());
    rfm.put("quintile_cuts", byFeature);
    return rfm;
  }
}
