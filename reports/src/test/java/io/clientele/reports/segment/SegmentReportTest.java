package io.clientele.reports.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.chart.ChartRenderer;
import io.clientele.reports.published.PublishedWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentReportTest {
  private static final LocalDate JULY = LocalDate.of(2024, 7, 1);

  private static final String VALUE_AND_OFFERS =
      """
      INSERT INTO rpt_model_health BY NAME SELECT * FROM (VALUES
        ('value', 'scoring', 'bg_nbd is nearest', 'B', 'mean error of purchases', 2.7, 'the rate so far', 2.9),
        ('crosssell', 'scoring', 'the first', 'A', 'share of customers with a hit among ten offers', 0.557, 'the best-sellers', 0.265))
        t(model_family, status, status_reason, grade, metric_name, metric_value, baseline_name, baseline_value);
      INSERT INTO scr_customer_value BY NAME SELECT 'v' || i AS customer_id,
        DATE '2024-07-01' AS as_of_date, i AS value_decile, 50 AS current_value,
        CASE i WHEN 1 THEN 800 WHEN 2 THEN 200 ELSE 37.5 END AS lifetime_value,
        60 AS naive_value, 0.25 AS p_no_purchase_in_horizon, 5 AS lifetime_value_low,
        90 AS lifetime_value_high FROM range(1, 11) t(i);
      INSERT INTO scr_customer_offer BY NAME SELECT * FROM (VALUES
        ('a', 'rule', true, NULL), ('b', 'similar_product', true, NULL),
        ('b', 'repurchase', true, NULL), ('c', 'rule', false, 'already bought'))
        t(customer_id, source, is_eligible, excluded_reason),
        (SELECT DATE '2024-07-01' AS as_of_date, 'Gas' AS product_id);
      INSERT INTO scr_association_rule BY NAME SELECT 'Stove' AS antecedent_names,
        'Gas' AS consequent_name, 40 AS basket_count, 0.4 AS confidence, 3.21 AS lift_low,
        5 AS size_adjusted_lift, 'r' AS rule_id;
      """;

  @TempDir static Path temp;
  @TempDir Path other;
  private static final Future<ChartRenderer> RENDERER =
      CompletableFuture.supplyAsync(ChartRenderer::start);
  private static String page;

  @BeforeAll
  static void write() throws Exception {
    TestWarehouse.nordlicht(temp).publish(1, JULY).close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      Path file = SegmentReport.write(warehouse, options(temp));
      page = Files.readString(file);
    }
  }

  @Test
  void thePageNeedsNoNetworkAndNoScript() {
    assertThat(page.replace("url(#", "clip("))
        .doesNotContain("<script", "src=", "<link", "@import", "url(", "javascript:")
        .contains("default-src 'none'");
    assertThat(page.replace("http://www.w3.org/", "")).doesNotContain("http://", "https://");
  }

  @Test
  void headlineFiguresAreTheOnesOfTheTables() {
    assertThat(page)
        .contains("<h1>Nordlicht</h1>")
        .contains("As of 1 July 2024")
        .contains("<span class=\"what\">Customers</span><span class=\"figure\">400</span>")
        .contains("expected in the next 90 days");
  }

  @Test
  void theModelStandsBesideThePlainRule() {
    assertThat(page)
        .contains("the model names the right one in 83 of 100 pairs (chance: 50)")
        .contains("“no purchase for 74 days”, in 71")
        .contains("In use: better than the plain rule on the newest held-out window");
  }

  /** Of the 400 customers every fourth is in the small group; the older date of two is shown. */
  @Test
  void groupsStandWithTheirRuleTheirWorthAndWhoMoved() {
    assertThat(page)
        .contains("3 recent, many orders</td>\n<td class=\"n\">100</td>")
        .contains("(days since last purchase &lt;= 60)")
        .contains("stand apart by 0.41 (silhouette, 1 is best), the segments by rule by 0.12")
        .contains("97 % of a segment are found again in resamples")
        .contains("Since 3 June 2024 395 customers stayed in their group")
        .contains("€2,150")
        .doesNotContain("Since 30 June 2024");
  }

  /** 21 + 8 open rows, one replayed; 18 x 45.13 + 8 x 15 = 932.34 and three without an amount. */
  @Test
  void refusedRowsAreCountedWithTheirMoneyAndReasons() {
    assertThat(page)
        .contains(
            "29 delivered rows are in quarantine and not in these figures, with €932; of 3 sales lines among them the amount cannot be read")
        .contains("<td class=\"\">Unknown store: store_id</td>\n<td class=\"n\">8</td>")
        .contains("The source tills is stale");
  }

  /**
   * Of 3,100 lines 21 are refused while staging, 17 of the 3,079 staged ones while conforming and
   * 34 left out, with 812.40 + 1,709.23 = 2,521.63 refused: on the line 38 + 34 + 3,028 = 3,100.
   */
  @Test
  void aLineRefusedWhileConformingIsRefusedAndNotRepeated() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run("DELETE FROM rpt_load_summary WHERE source = 'tills' OR outcome = 'repeated'")
          .run("UPDATE rpt_load_summary SET row_count = 3045 WHERE outcome = 'staged'")
          .run("UPDATE rpt_load_summary SET row_count = 3028 WHERE outcome = 'loaded'")
          .run(
              "INSERT INTO rpt_load_summary (source, entity, outcome, canonical_entity, row_count, amount, unreadable_amount_count)"
                  + " VALUES ('webshop', 'order_lines', 'refused', 'sales_line', 17, 1709.23, 0),"
                  + " ('webshop', 'order_lines', 'filtered', 'sales_line', 34, 158408, 0)")
          .publish(1, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(
              SegmentReport.page(warehouse, options(other), RENDERER)
                  .replaceAll("<[^>]*>\\s*", "|"))
          .containsPattern("webshop · order_lines\\|+3,100\\|+38\\|+34\\|+3,028\\|+3,028\\|")
          .containsPattern(
              "webshop · order_lines\\|+€171,001\\|+€2,522 and 3 rows that cannot be read\\|+€158,408\\|");
    }
  }

  /** A refused customer carries no money, so nothing about its amount is unreadable. */
  @Test
  void onlySalesLinesHaveAnAmountThatCannotBeRead() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run("UPDATE raw_quarantine SET entity = 'customers' WHERE source = 'tills'")
          .run("UPDATE raw_quarantine SET amount = NULL")
          .publish(1, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(SegmentReport.page(warehouse, options(other), RENDERER))
          .contains("29 delivered rows are in quarantine and not in these figures, with amounts")
          .contains("29 delivered rows with amounts that cannot be read wait in quarantine")
          .doesNotContain("sales lines among them");
    }
  }

  @Test
  void aMonthStandsAgainstTheSameMonthOfTheYearBefore() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run("DELETE FROM rpt_sales_month")
          .run(
              "INSERT INTO rpt_sales_month (year_month, channel_name, category, region, line_count, line_amount)"
                  + " VALUES ('2023-01', 'Closed shop', '(none)', 'Nord', 1, 200),"
                  + " ('2024-01', 'Web shop', '(none)', 'Nord', 1, 300)")
          .publish(1, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(SegmentReport.page(warehouse, options(other), RENDERER))
          .contains("Jan 2024")
          .contains("+50\u00a0%")
          .doesNotContain("Jan 2023", "Closed shop");
    }
  }

  @Test
  void aNightOverOldFilesSaysHowOldTheNewestSaleIs() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.publish(1, JULY.plusDays(300));
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(SegmentReport.page(warehouse, options(other), RENDERER))
          .contains("days before this night: the figures tell of then, not of today.");
    }
  }

  /** Ten customers, the first two worth 800 and 200 of 1,300 expected: 77 %. */
  @Test
  void valueAndOffersStandThereWithWhatTheyAreWorth() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run(VALUE_AND_OFFERS).publish(1, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      String text =
          SegmentReport.page(warehouse, options(other), RENDERER).replaceAll("<[^>]*>\\s*", "|");
      assertThat(text)
          .contains(
              "expected to spend €1,300 in the next 12 months; the most valuable fifth brings")
          .contains("mean error of purchases: the model reaches 2.700")
          .containsPattern("\\|1\\|+1\\|+€50\\|+€800\\|+€60\\|+25.%\\|+€5 to €90\\|")
          .contains("2 offers of new products for 2 customers, and 1 reminder of products")
          .containsPattern("Already bought\\|+1\\|")
          .containsPattern("Stove\\|+Gas\\|+40.%\\|+40\\|+3.2\\|");
    }
  }

  @Test
  void valueAndOffersThatAreWithheldSaySo() {
    assertThat(page)
        .contains("Withheld: no night has foretold it yet.")
        .contains("Withheld: no night has looked for it yet.");
  }

  @Test
  void everyChartIsNamedAndDrawnForScreenAndPhone() {
    assertThat(page.split("<svg role=\"img\"", -1)).hasSize(1 + 7 * 2);
    assertThat(page).contains("<desc id=\"rfm-1040-d\">The segment ");
  }

  @Test
  void theSamePublicationGivesTheSameBytes() {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      assertThat(SegmentReport.page(warehouse, options(temp), RENDERER)).isEqualTo(page);
    }
  }

  @Test
  void namesFromDataCannotBecomeMarkup() {
    String evil = "<script>alert(1)</script>";
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run("UPDATE rpt_segment_profile SET segment = '" + evil + "' || segment")
          .run("UPDATE rpt_sales_month SET channel_name = '" + evil + "' || channel_name")
          .run("UPDATE scr_customer_churn SET reason_1_text = '" + evil + "'")
          .run("UPDATE scr_customer_churn SET ineligible_reason = '" + evil + "'")
          .run("UPDATE raw_quarantine SET reasons = ['" + evil + "']")
          .run("UPDATE raw_batch SET status = 'unreadable', note = '" + evil + "'")
          .run("UPDATE fct_sales SET source = '" + evil + "'")
          .run("UPDATE rpt_model_health SET status_reason = '" + evil + "'")
          .publish(1, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(SegmentReport.page(warehouse, new ReportOptions(evil, "EUR", other), RENDERER))
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
          .doesNotContain("<script");
    }
  }

  @Test
  void withheldChurnIsSaidAndNothingIsMadeUp() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run(
              "UPDATE rpt_model_health SET status = 'withheld', grade = 'C', status_reason = 'only 12 customers left, 50 are needed' WHERE model_family = 'churn'")
          .run("DELETE FROM rpt_churn_outlook")
          .publish(1, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(SegmentReport.page(warehouse, options(other), RENDERER))
          .contains("Withheld: only 12 customers left, 50 are needed")
          .doesNotContain("Sales at risk by chance of leaving");
    }
  }

  @Test
  void withheldGroupsAreSaidAndNoneAreShown() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run(
              "UPDATE rpt_model_health SET status = 'withheld', grade = NULL, metric_value = NULL, status_reason = 'Cannot find segments: 40 customers' WHERE model_family = 'segment'")
          .run("DELETE FROM rpt_segment_profile WHERE segment_kind = 'cluster'")
          .run("DELETE FROM rpt_segment_migration")
          .publish(1, JULY);
    }
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(SegmentReport.page(warehouse, options(other), RENDERER))
          .contains("Withheld: Cannot find segments: 40 customers.")
          .doesNotContain("The groups in figures", "Who moved");
    }
  }

  @Test
  void anEmptyWarehouseGivesAPageThatSaysSo() {
    TestWarehouse.in(other).publish(1, JULY).close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(other)) {
      assertThat(SegmentReport.page(warehouse, options(other), RENDERER))
          .contains("No customer has bought anything yet")
          .contains("No sales in the last 14 months")
          .contains("No model has been trained yet");
    }
  }

  private static ReportOptions options(Path folder) {
    return new ReportOptions("Nordlicht", "EUR", folder.resolve("report"));
  }
}
