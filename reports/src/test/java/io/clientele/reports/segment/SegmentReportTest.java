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

  /** 21 + 8 open rows, one replayed; 18 x 45.13 + 8 x 15 = 932.34 and three without an amount. */
  @Test
  void refusedRowsAreCountedWithTheirMoneyAndReasons() {
    assertThat(page)
        .contains("29 delivered rows are in quarantine and not in these figures, with €932; of 3")
        .contains("<td class=\"\">Unknown store: store_id</td>\n<td class=\"n\">8</td>")
        .contains("The source tills is stale");
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
