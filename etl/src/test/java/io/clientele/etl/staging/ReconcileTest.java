package io.clientele.etl.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileTest {
  private static final String HEADER = "order,at,product,qty,price";

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void folder() {
    folder = temp.resolve("shop");
  }

  private Nights nights(Shop shop) {
    return new Nights(temp.resolve("warehouse"), shop.source());
  }

  private static List<String> outcomes(Nights nights) {
    return text(
        nights
            .table("raw_batch_outcome")
            .orderBy("batch_id", "outcome")
            .selectExpr("outcome", "row_count", "amount", "unreadable_amount_count"));
  }

  private static List<String> text(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString("|")).toList();
  }

  private Shop mixedLines() {
    return Shop.lines(folder)
        .where("product <> 'TEST'")
        .deliver(
            "lines.csv",
            HEADER,
            "1,2026-01-05,p,2,1.50", // staged, 3.00
            "2,2026-01-05,p,3,1.25", // staged, 3.75
            ",2026-01-05,p,4,2", // quarantined, 8.00
            "4,2026-01-05,p,four,2", // quarantined, amount unreadable
            "5,2026-01-05,TEST,1,9", // filtered, 9.00
            "6,2026-01-05,\"p,1,1", // quarantined, amount unreadable
            "7,2026-01-05,p,1,1"); // staged, 1.00
  }

  @Test
  void landedIsStagedAndQuarantinedAndFilteredInRowsAndInMoney() {
    assertThat(outcomes(nights(mixedLines()).run()))
        .containsExactly(
            "filtered|1|9.000000|0",
            "landed|7|24.750000|2",
            "quarantined|3|8.000000|2",
            "staged|3|7.750000|0");
  }

  @Test
  void theQuarantineKeepsReasonsAddressAndMoney() {
    Dataset<Row> quarantine = nights(mixedLines()).run().table("raw_quarantine");

    assertThat(
            text(
                quarantine
                    .orderBy("record_number")
                    .selectExpr(
                        "record_number",
                        "refused_by",
                        "concat_ws(',', reasons)",
                        "amount",
                        "raw_text",
                        "status",
                        "refused_in_run_id")))
        .containsExactly(
            "3|staging|missing(order_id)|8.000000|,2026-01-05,p,4,2|open|night-1",
            "4|staging|not_a_number(quantity)|null|4,2026-01-05,p,four,2|open|night-1",
            "6|staging|unclosed_quote|null|6,2026-01-05,\"p,1,1|open|night-1");
  }

  @Test
  void aReplayAfterAFixTakesInWhatIsAcceptedNowAndLeavesTheRestOpen() {
    Shop shop = mixedLines();
    Nights nights = nights(shop).run();
    Shop fixed = shop.map("quantity", "case when qty = 'four' then '4' else qty end");

    nights.withSources(fixed.source()).run(Optional.of(new ReplayRequest("shop", "sales_lines")));

    assertThat(
            text(
                nights
                    .table("raw_quarantine")
                    .orderBy("record_number")
                    .select("record_number", "status", "settled_in_run_id")))
        .containsExactly("3|open|null", "4|replayed|night-2", "6|open|null");
    assertThat(text(nights.table(shop.table()).groupBy("record_number").count().where("count > 1")))
        .containsExactly("4|2");
    assertThat(
            text(
                nights
                    .table(shop.table())
                    .where("record_number = 4 and not is_rejected")
                    .select("order_id", "quantity")))
        .containsExactly("4|4.000");
    assertThat(outcomes(nights))
        .containsExactly(
            "filtered|1|9.000000|0",
            "landed|7|32.750000|1",
            "quarantined|2|8.000000|1",
            "staged|4|15.750000|0");
  }

  @Test
  void theSameReplayAgainAndANightWithoutFilesChangeNothing() {
    Shop shop = mixedLines();
    Nights nights = nights(shop).run();
    List<String> before = outcomes(nights);
    long rows = nights.table(shop.table()).count();

    nights.run().run(Optional.of(new ReplayRequest("shop", "sales_lines")));

    assertThat(outcomes(nights)).isEqualTo(before);
    assertThat(nights.table(shop.table()).count()).isEqualTo(rows);
  }

  @Test
  void aFileWithoutAMappedColumnIsQuarantinedWholeAndItsBatchSaysWhy() {
    Shop shop =
        Shop.lines(folder)
            .deliver(
                "lines.csv", "order,at,product,quantity,price", "1,2026-01-05,p,2,1", "2,x,p,2,1");

    Nights nights = nights(shop).run();

    assertThat(
            text(nights.table("raw_quarantine").selectExpr("concat_ws(',', reasons)").distinct()))
        .containsExactly("missing_column(qty)");
    assertThat(text(nights.table("raw_batch").select("status", "record_count")))
        .containsExactly("landed|2");
    assertThat(text(nights.table("raw_batch").select("note")).get(0))
        .startsWith(
            "All records are quarantined: missing_column(qty); the file has columns order,");
    assertThat(outcomes(nights))
        .containsExactly("landed|2|0.000000|2", "quarantined|2|0.000000|2", "staged|0|0.000000|0");
  }
}
