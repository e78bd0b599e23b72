package io.clientele.models.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.Purchases;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.testkit.TestSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ChooseAsOfTest {
  @Test
  void it_is_the_day_after_the_newest_business_date() {
    assertThat(chosen(null, "2024-03-05", "2024-03-01")).isEqualTo("2024-03-06 2024-03-05 null");
  }

  @Test
  void late_files_do_not_move_it_back() {
    Dataset<Row> before = Purchases.asOfTable("2024-03-06", "2024-03-05");
    assertThat(chosen(before, "2024-02-01")).isEqualTo("2024-03-06 2024-03-05 2024-03-05");
  }

  @Test
  void the_next_day_remembers_the_night_before() {
    Dataset<Row> before = Purchases.asOfTable("2024-03-06", "2024-03-05");
    assertThat(chosen(before, "2024-03-06")).isEqualTo("2024-03-07 2024-03-06 2024-03-06");
  }

  @Test
  void without_any_sale_there_is_none() {
    assertThat(
            new ChooseAsOf()
                .build(Purchases.inputs("2024-01-01"))
                .sets()
                .get("ftr_as_of")
                .rows()
                .collectAsList())
        .isEmpty();
  }

  private static String chosen(Dataset<Row> before, String... orderDates) {
    Dataset<Row> facts =
        TestSpark.session()
            .createDataset(java.util.List.of(orderDates), org.apache.spark.sql.Encoders.STRING())
            .selectExpr("cast(value as date) as order_date");
    InMemoryInputs in = Purchases.inputs("2000-01-01").withInserted("fct_sales", facts);
    if (before != null) {
      in.withPublished("ftr_as_of", before);
    }
    Row row = new ChooseAsOf().build(in).sets().get("ftr_as_of").rows().first();
    return row.get(0) + " " + row.get(1) + " " + row.get(2);
  }
}
