package io.clientele.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.testkit.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitPublicFilesTest {
  @TempDir private Path folder;

  @Test
  void amountsOfCompleteJourneyBecomePricesWithoutLosingACent() {
    Initiated journey =
        Initiated.from(
            folder, SharedData.file("complete_journey_sample/transactions_sample.csv.gz"));
    assertThat(journey.outcome().exitCode()).isZero();
    assertThat(journey.entity().fields())
        .containsEntry("order_id", "basket_id")
        .containsEntry("ordered_at", "transaction_timestamp")
        .containsEntry("source_customer_id", "household_id")
        .containsEntry("product_id", "product_id")
        .containsEntry("quantity", "quantity")
        .containsEntry("store_id", "store_id")
        .containsEntry(
            "unit_price",
            "coalesce(cast(try_divide(cast(sales_value as decimal(18,6)), cast(quantity as"
                + " decimal(18,3))) as decimal(18,4)), 0)")
        .containsKey("discount_amount");
    assertThat(journey.text())
        .contains("`household_id` as customer: never empty, 2,377 values")
        .contains("416 lines of zero");
  }

  @Test
  void groceriesHaveNoPriceAndSayWhatToFillIn() {
    Initiated groceries =
        Initiated.from(folder, SharedData.file("groceries_member_dates/Groceries_dataset.csv"));
    assertThat(groceries.outcome().exitCode()).isEqualTo(1);
    assertThat(groceries.outcome().toFill()).containsExactly("unit_price");
    assertThat(groceries.text())
        .contains("order_id: concat(Member_number, '|', `Date`)")
        .contains("timestamp_format: \"dd-MM-yyyy\"")
        .contains("unit_price: FILL_IN");
    assertThatThrownBy(groceries::config).hasMessageContaining("still has to be filled in");
  }

  @Test
  void cdnowWithoutHeaderIsRefusedWithTheCommandThatHelps() {
    assertThatThrownBy(
            () -> Initiated.from(folder, SharedData.file("cdnow_sample/CDNOW_sample.txt")))
        .isInstanceOf(InitException.class)
        .hasMessageContaining("its first line '00004 0001 19970101  2   29.33' holds data")
        .hasMessageContaining("a header is needed")
        .hasMessageContaining("(echo 'name1,name2,name3,name4,name5'; sed -E");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void cdnowPriceGrowsWithTheQuantityAndIsTakenAsAmount() {
    Initiated cdnow = Initiated.from(folder, SharedData.file("cdnow_sample/clvtools_cdnow.csv"));
    assertThat(cdnow.outcome().exitCode()).isZero();
    assertThat(cdnow.mapped("source_customer_id")).isEqualTo("Id");
    assertThat(cdnow.mapped("unit_price")).contains("try_divide(cast(Price as decimal(18,6))");
    assertThat(cdnow.text()).contains("`Id` as customer: never empty, 2,357 values");
  }
}
