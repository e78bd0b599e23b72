package io.clientele.models;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RunningTotalsTest {
  /** The plain way, one window over everything, is the oracle. */
  @Test
  void it_agrees_with_one_window_over_all_rows() {
    Dataset<Row> rows =
        TestSpark.session()
            .sql(
                "select id, cast(round(pow(id % 997 - 400, 3) / 7000, 2) as decimal(18,6)) as v,"
                    + " cast(id % 13 as decimal(18,6)) as w from range(5000)");
    rows.createOrReplaceTempView("running_totals_rows");
    Dataset<Row> plain =
        TestSpark.session()
            .sql(
                """
                select v, count(1) n, sum(count(1)) over (order by v) - count(1) b,
                  sum(sum(w)) over (order by v) - sum(w) wb
                from running_totals_rows group by v""");
    Dataset<Row> ours =
        RunningTotals.before(rows, col("w"), 1, "v")
            .select("v", "group_rows", "rows_before", "weight_before");
    assertThat(ours.except(plain).count()).isZero();
    assertThat(plain.except(ours).count()).isZero();
  }
}
