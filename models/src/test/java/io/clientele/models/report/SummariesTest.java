package io.clientele.models.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.Purchases;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SummariesTest {
  @Test
  void sales_before_the_as_of_date_add_up_by_month_and_names_fill_in_where_they_are_unknown() {
    Dataset<Row> facts =
        sql(
            """
            select cast(d as date) order_date, cast(c as bigint) channel_key,
              cast(p as bigint) product_key, cast(k as bigint) customer_key,
              cast(a as decimal(18,6)) line_amount from values
              ('2024-01-05', 1, 1, 1, 10.5), ('2024-01-31', 1, 1, 2, 2.25),
              ('2024-02-01', 1, 2, -1, 7), ('2024-02-02', 1, 2, -1, -3),
              ('2024-03-01', 1, 2, -1, 99)
              as t(d, c, p, k, a)""");
    InMemoryInputs in =
        Purchases.inputs("2024-03-01")
            .withCurrent("fct_sales", facts)
            .withInserted("fct_sales", facts)
            .withCurrent("dim_channel", sql("select 1L channel_key, 'Web shop' channel_name"))
            .withCurrent(
                "dim_product",
                sql("select * from values (1L, 'Shoes'), (2L, null) t(product_key, category)"))
            .withCurrent(
                "dim_customer",
                sql(
                    "select * from values (1L, 'North', 'DE'), (2L, null, 'AT'), (-1L, null, null)"
                        + " t(customer_key, region, country)"));
    List<Row> rows =
        new SummariseSales()
            .build(in)
            .sets()
            .get("rpt_sales_month")
            .rows()
            .orderBy("year_month", "region")
            .collectAsList();
    assertThat(rows)
        .map(Row::toString)
        .containsExactly(
            "[2024-01,Web shop,Shoes,AT,1,2.250000]",
            "[2024-01,Web shop,Shoes,North,1,10.500000]",
            "[2024-02,Web shop,(none),(unknown),2,4.000000]");
  }

  @Test
  void nothing_is_summed_when_nothing_changed() {
    assertThat(new SummariseSales().build(Purchases.inputs("2024-03-01")).sets()).isEmpty();
  }

  @Test
  void loads_add_up_over_batches() {
    Dataset<Row> outcomes =
        sql(
            """
            select b batch_id, o outcome, 'shop' source, 'lines' entity,
              'sales_line' canonical_entity, cast(n as bigint) row_count,
              cast(a as decimal(18,6)) amount, cast(u as bigint) unreadable_amount_count
              from values ('b1', 'landed', 10, 100, 1), ('b2', 'landed', 5, 50, 0),
                ('b2', 'quarantined', 1, null, 1) as t(b, o, n, a, u)""");
    List<Row> rows =
        new SummariseLoad(Warehouse.canonical())
            .build(Purchases.inputs("2024-03-01").withCurrent("raw_batch_outcome", outcomes))
            .sets()
            .get("rpt_load_summary")
            .rows()
            .orderBy("outcome")
            .collectAsList();
    assertThat(rows)
        .map(Row::toString)
        .containsExactly(
            "[shop,lines,landed,sales_line,15,150.000000,1,null,null,null]",
            "[shop,lines,quarantined,sales_line,1,null,1,null,null,null]");
  }

  @Test
  void facts_are_advanced_by_their_change_set() {
    Dataset<Row> published =
        sql(
            """
            select 'shop' source, 'fct_sales' entity, 'fact' outcome, 'sales_line' canonical_entity,
              10L row_count, cast(100 as decimal(18,6)) amount, 0L unreadable_amount_count""");
    Dataset<Row> changes =
        sql(
            """
            select change_type, if(b is null, null, struct(s as source, b as line_amount)) before,
              if(a is null, null, struct(s as source, a as line_amount)) after from
              (select t, s, cast(b as decimal(18,6)) b, cast(a as decimal(18,6)) a, t change_type
                from values ('insert', 'shop', null, 5), ('insert', 'till', null, 7),
                ('update', 'shop', 20, 30), ('delete', 'shop', 11, null) as v(t, s, b, a))""");
    List<Row> rows =
        new SummariseLoad(Warehouse.canonical())
            .build(
                Purchases.inputs("2024-03-01")
                    .withPublished("rpt_load_summary", published)
                    .withChanges("fct_sales", changes))
            .sets()
            .get("rpt_load_summary")
            .rows()
            .selectExpr("source", "outcome", "row_count", "amount")
            .orderBy("source")
            .collectAsList();
    assertThat(rows)
        .as("shop: 10 + 1 - 1 rows, 100 + 5 + 10 - 11")
        .map(Row::toString)
        .containsExactly("[shop,fact,10,104.000000]", "[till,fact,1,7.000000]");
  }

  @Test
  void a_source_that_stays_silent_for_twice_its_longest_gap_is_overdue() {
    Dataset<Row> batches =
        sql(
            """
            select s source, 'lines' entity, 'landed' status, cast(d as timestamp) arrived_at
              from values ('daily', '2024-01-01'), ('daily', '2024-01-02'), ('daily', '2024-01-05'),
                ('daily', '2024-01-06'), ('late', '2024-01-01'), ('late', '2024-01-03'),
                ('late', '2024-01-05'), ('late', '2024-01-05'), ('late', '2024-01-06'),
                ('new', '2023-06-01') as t(s, d)""");
    LocalDate today = LocalDate.of(2024, 1, 11);
    assertThat(Freshness.of(batches, today).orderBy("source").collectAsList())
        .as("five days since the 6th: the longest gaps are 3 and 2 days")
        .map(Row::toString)
        .containsExactly(
            "[daily,lines,2024-01-06,3,false]",
            "[late,lines,2024-01-06,2,true]",
            "[new,lines,2023-06-01,null,null]");
  }

  @Test
  void a_customer_stands_on_the_list_once_with_what_survives_of_its_records() {
    Dataset<Row> profiles =
        sql(
            """
            select 'C1' customer_id, 'Ann New' full_name, 'ann@example.org' email,
              string(null) phone, 'Kiel' city, 'North' region, 'DE' country,
              false is_marketing_allowed, 'shop:7 till:9' source_customer_ids""");
    Dataset<Row> list =
        CallList.of(
            scores(),
            sql("select 'C1' customer_id, 'loyal' rfm_segment, 'A' abc_class"),
            sql(
                "select 'C1' customer_id, cast(90 as decimal(18,6)) spend_last_365_days,"
                    + " date'2024-01-01' last_purchase_on"),
            profiles);
    Row row = list.collectAsList().get(0);
    assertThat(list.count()).isEqualTo(1);
    assertThat(row.<String>getAs("full_name")).isEqualTo("Ann New");
    assertThat(row.<String>getAs("email")).isEqualTo("ann@example.org");
    assertThat(row.<Boolean>getAs("is_marketing_allowed")).isFalse();
    assertThat(row.<String>getAs("source_customer_ids")).isEqualTo("shop:7 till:9");
    assertThat(row.<Integer>getAs("list_rank")).isEqualTo(1);
  }

  private static Dataset<Row> scores() {
    return sql(
        """
        select 'C1' customer_id, date'2024-07-01' as_of_date, 0.5D churn_probability,
          'high' risk_band, cast(12 as decimal(18,6)) value_at_risk, 30D usual_gap_days,
          40 current_gap_days, false is_early_warning, 'a' reason_1_text, 'b' reason_2_text,
          'c' reason_3_text, 'high' data_confidence, 'v' model_version""");
  }

  private static Dataset<Row> sql(String text) {
    return TestSpark.session().sql(text);
  }
}
