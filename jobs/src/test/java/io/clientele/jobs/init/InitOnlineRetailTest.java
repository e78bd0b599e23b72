package io.clientele.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.testkit.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * UCI Online Retail, complete and dirty. Expected numbers are counted independently: README of the
 * public data, and DuckDB on the same file.
 */
class InitOnlineRetailTest {
  private static final String FILE = "online_retail_2010_2011/online_retail_2010_2011.csv.gz";

  @TempDir private Path folder;

  @Test
  void everyGuessIsRightAndCarriesItsEvidence() {
    Initiated retail = Initiated.from(folder, SharedData.file(FILE));
    assertThat(retail.outcome().exitCode()).isZero();
    mapping(retail);
    evidence(retail.text());
    assertThat(retail.terminal())
        .contains(
            "397,884 lines of 4,338 customers are purchases (quantity and price above zero).");
  }

  private static void mapping(Initiated retail) {
    EntityDeclaration lines = retail.entity();
    assertThat(lines.stagingTable()).isEqualTo("stg_online_retail__sales_lines");
    assertThat(lines.isHistory()).isTrue();
    assertThat(lines.format().timestampFormat()).contains("yyyy-MM-dd HH:mm:ss");
    assertThat(lines.format().separator()).isEqualTo(',');
    assertThat(lines.fields())
        .containsEntry("order_id", "InvoiceNo")
        .containsEntry("ordered_at", "InvoiceDate")
        .containsEntry("source_customer_id", "regexp_replace(CustomerID, '[.]0$', '')")
        .containsEntry("product_id", "upper(StockCode)")
        .containsEntry("quantity", "Quantity")
        .containsEntry("unit_price", "UnitPrice")
        .containsEntry("is_cancellation", "InvoiceNo like 'C%'")
        .containsEntry("product_name", "trim(Description)")
        .containsEntry("customer_country", "Country")
        .hasSize(10);
    // With these codes left out DuckDB counts 4,338 buyers, and 3,370 before 2011-09-10: as many
    // as without leaving any out. M and BANK CHARGES would take three and one of them away.
    assertThat(retail.mapped("is_product_line"))
        .startsWith("upper(StockCode) not in ('POST', 'DOT', 'C2', 'D', 'S', 'AMAZONFEE', 'CRUK',")
        .contains("'GIFT_0001_20'")
        .doesNotContain("'M'")
        .doesNotContain("BANK CHARGES");
    assertThat(retail.config().models().churn().horizonDays()).isEqualTo(90);
  }

  private static void evidence(String text) {
    assertThat(text)
        .contains("(541,909 lines)")
        .contains(
            "`CustomerID` as customer: 24.9 % empty, 4,372 values, looks numeric with a trailing"
                + " `.0`, which is removed; the 135,080 lines without one stay as anonymous sales.")
        .contains("`InvoiceNo` as order number: 25,900 values, never empty")
        .contains("4,070 values, never empty, 3,958 when small and capital letters are the same")
        .contains("10,624 lines below zero")
        .contains("9,288 lines have an order number that starts with C, all with a quantity below")
        .contains("other prefixes are left as they are: A (3 lines)")
        .contains("POST 1,256 (POSTAGE), DOT 710 (DOTCOM POSTAGE), C2 144 (CARRIAGE), D 77")
        .contains("S 63 (SAMPLES), AMAZONFEE 34 (AMAZON FEE), CRUK 16 (CRUK Commission)")
        .contains("M 571, m 1 (Manual), 3 customers; BANK CHARGES 37 (Bank Charges), 1 customer")
        .contains("half did so within 28 days, 80 % within 70, 90 % within 110");
  }
}
