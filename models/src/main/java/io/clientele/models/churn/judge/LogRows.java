package io.clientele.models.churn.judge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.clientele.models.churn.ChurnLabel;
import io.clientele.models.feature.ChurnFeatures;
import io.clientele.models.feature.CustomerDays;
import io.clientele.models.value.Histories;
import io.clientele.models.value.ModelFit;
import io.clientele.models.value.PurchaseModel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The night's features and labels of every customer at every date, in memory: at most 50,000 rows,
 * of more customers as many as fit, drawn by a hash.
 *
 * @param customers by row
 * @param dates by row
 * @param frame features, {@code p_no_purchase} among them, and labels; a group is a customer
 */
record LogRows(List<String> customers, List<LocalDate> dates, Frame frame) {
  static final String NO_PURCHASE = "p_no_purchase";
  static final List<String> RFM =
      List.of("days_since_last_purchase", "purchase_day_count", "spend_total");
  private static final int MOST_ROWS = 50_000;
  private static final List<String> FEATURES =
      List.of(
          "days_since_last_purchase",
          "days_since_first_purchase",
          "purchase_day_count",
          "usual_gap_days",
          "gap_ratio",
          "last_gap_days",
          "order_count_30_days",
          "order_count_90_days",
          "order_count_180_days",
          "spend_90_days",
          "spend_180_days",
          "spend_total",
          "mean_order_spend",
          "mean_line_count",
          "return_ratio",
          "volume_trend");

  static LogRows of(Dataset<Row> days, LogDates dates, long customers, long seed) {
    Dataset<Row> cutOffs =
        CustomerDays.pastNights(days.sparkSession(), dates.all(), ZoneOffset.UTC);
    long most = MOST_ROWS / dates.all().size();
    Dataset<Row> drawn =
        customers <= most
            ? days
            : days.where(
                xxhash64(col("customer_id"), lit(seed))
                    .mod(1_000_000)
                    .between(0, 900_000 * most / customers));
    Column[] columns = new Column[FEATURES.size() + 3];
    columns[0] = col("customer_id");
    columns[1] = col("as_of_date").cast("string");
    columns[2] = col("label");
    for (int j = 0; j < FEATURES.size(); j++) {
      columns[j + 3] = col(FEATURES.get(j)).cast("double");
    }
    List<Row> rows =
        ChurnLabel.label(ChurnFeatures.asOf(drawn, cutOffs), drawn, cutOffs, dates.horizonDays())
            .orderBy("customer_id", "as_of_date")
            .limit(MOST_ROWS)
            .select(columns)
            .collectAsList();
    return of(rows, dates.horizonDays());
  }

  private static LogRows of(List<Row> rows, int horizonDays) {
    Map<String, Integer> places = new HashMap<>();
    List<String> customers = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    double[] labels = new double[rows.size()];
    int[] groups = new int[rows.size()];
    double[][] values = new double[FEATURES.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      customers.add(row.getString(0));
      dates.add(LocalDate.parse(row.getString(1)));
      labels[i] = row.getDouble(2);
      groups[i] = places.computeIfAbsent(row.getString(0), customer -> places.size());
      for (int j = 0; j < values.length; j++) {
        values[j][i] = row.isNullAt(j + 3) ? Double.NaN : row.getDouble(j + 3);
      }
    }
    List<InputColumn> columns = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      columns.add(InputColumn.ofNumbers(FEATURES.get(j), values[j]));
    }
    LogRows plain = new LogRows(customers, dates, new Frame(columns, labels, groups));
    columns.add(InputColumn.ofNumbers(NO_PURCHASE, plain.noPurchase(horizonDays)));
    return new LogRows(customers, dates, new Frame(columns, labels, groups));
  }

  /** By Pareto/NBD, fitted on what was known at the date of the row. */
  private double[] noPurchase(int horizonDays) {
    double[] values = new double[frame.size()];
    for (LocalDate date : List.copyOf(new java.util.TreeSet<>(dates))) {
      int[] rows = at(List.of(date));
      int[] repeats =
          Arrays.stream(rows)
              .map(row -> (int) frame.column("purchase_day_count").values()[row] - 1)
              .toArray();
      double[] ages = days("days_since_first_purchase", rows);
      double[] silences = days("days_since_last_purchase", rows);
      double[] lastAges =
          IntStream.range(0, rows.length).mapToDouble(i -> ages[i] - silences[i]).toArray();
      boolean hasRepeats = Arrays.stream(repeats).anyMatch(x -> x > 0);
      PurchaseModel model =
          hasRepeats
              ? ModelFit.paretoNbd(Histories.counted(repeats, lastAges, ages)).model()
              : null;
      for (int i = 0; i < rows.length; i++) {
        values[rows[i]] =
            model == null
                ? Double.NaN
                : model.noPurchase(repeats[i], lastAges[i], ages[i], horizonDays / 7.0);
      }
    }
    return values;
  }

  /** In weeks, as the purchase models count. */
  private double[] days(String name, int[] rows) {
    double[] values = frame.column(name).values();
    return Arrays.stream(rows).mapToDouble(row -> values[row] / 7).toArray();
  }

  /** Rows of these dates. */
  int[] at(List<LocalDate> wanted) {
    return IntStream.range(0, dates.size())
        .filter(row -> wanted.contains(dates.get(row)))
        .toArray();
  }
}
