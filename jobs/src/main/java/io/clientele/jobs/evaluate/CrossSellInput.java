package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.lit;

import io.clientele.models.crosssell.basket.NetLines;
import io.clientele.models.crosssell.judge.CrossSellOptions;
import io.clientele.models.crosssell.judge.JudgeCrossSell;
import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.warehouse.spec.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which columns of a file are basket, item, customer, day and pieces; each as typed.
 *
 * @param basket the long layout needs it
 * @param item the long layout needs it
 * @param customer who bought; empty = no offers
 * @param date when; empty = no offers, no survival
 * @param quantity pieces, negative = given back; needs customer and date
 * @param dateFormat how dates are written; empty = found
 */
public record CrossSellInput(
    Optional<String> basket,
    Optional<String> item,
    Optional<String> customer,
    Optional<String> date,
    Optional<String> quantity,
    Optional<String> dateFormat) {

  /** Judges a file with one basket a line. */
  public static EvaluationResult judgeLines(
      InputTable table, Optional<Character> separator, CrossSellOptions settings) {
    return judged(BasketLines.of(table, separator), settings);
  }

  /** Judges a file with one item a row. */
  public EvaluationResult judge(InputTable table, CrossSellOptions settings) {
    return judged(rows(table), settings);
  }

  private static EvaluationResult judged(Dataset<Row> rows, CrossSellOptions settings) {
    List<String> there = List.of(rows.columns());
    Dataset<Row> lines = rows;
    for (String missing : List.of("customer", "day")) {
      if (!there.contains(missing)) {
        lines =
            lines.withColumn(missing, lit(null).cast(missing.equals("day") ? "date" : "string"));
      }
    }
    return JudgeCrossSell.of(lines.select("basket", "item", "customer", "day"), settings);
  }

  private Dataset<Row> rows(InputTable table) {
    if (basket.isEmpty() || item.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read baskets of "
              + String.join(", ", table.columns())
              + ": the long layout needs --basket and --item; name their columns.");
    }
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(Wanted.required("basket", FieldType.STRING, "--basket", basket.get()));
    wanted.add(Wanted.required("item", FieldType.STRING, "--item", item.get()));
    customer.ifPresent(
        column -> wanted.add(Wanted.optional("customer", FieldType.STRING, "--customer", column)));
    date.ifPresent(column -> wanted.add(Wanted.required("day", FieldType.DATE, "--date", column)));
    quantity.ifPresent(
        column -> wanted.add(Wanted.required("quantity", FieldType.DOUBLE, "--quantity", column)));
    Dataset<Row> rows = table.withDateFormat(dateFormat).rows(wanted);
    return quantity.isEmpty() ? rows : stood(rows);
  }

  private Dataset<Row> stood(Dataset<Row> rows) {
    if (customer.isEmpty() || date.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot match returns with purchases: --quantity also needs --customer and --date; name"
              + " their columns.");
    }
    return NetLines.of(rows.withColumnRenamed("day", "at")).withColumnRenamed("at", "day");
  }
}
