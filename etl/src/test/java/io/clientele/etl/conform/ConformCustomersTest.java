package io.clientele.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The canonical cases of history, each told by city and start of validity. */
class ConformCustomersTest {
  private final Nights nights =
      Shops.nights(Set.of("conform-customers", "load-dim-customer", "load-customer-bridge"));

  private static Delivery city(String day, String city) {
    return new Delivery(Shops.CUSTOMERS, day).row("source_customer_id", "7", "city", city);
  }

  private List<String> history() {
    return nights.table("cnf_customer").stream()
        .map(row -> row.get("effective_at").toString().substring(0, 10) + " " + row.get("city"))
        .toList();
  }

  private List<String> versions() {
    return nights.table("dim_customer").stream()
        .filter(row -> !row.get("customer_key").equals(-1L))
        .map(
            row ->
                row.get("valid_from").toString().substring(0, 10)
                    + " "
                    + row.get("valid_to").toString().substring(0, 10)
                    + " "
                    + row.get("city")
                    + (Boolean.TRUE.equals(row.get("is_current")) ? " now" : ""))
        .sorted()
        .toList();
  }

  @Test
  void newRecordIsValidFromTheBeginning() {
    nights.load(city("2024-03-01", "Oslo"));
    assertThat(history()).containsExactly("2024-03-01 Oslo");
    assertThat(versions()).containsExactly("1900-01-01 9999-12-31 Oslo now");
  }

  @Test
  void unchangedRecordChangesNothing() {
    nights.load(city("2024-03-01", "Oslo")).load(city("2024-03-02", "Oslo"));
    assertThat(nights.changesOf("cnf_customer")).isEmpty();
    assertThat(nights.changesOf("dim_customer")).isEmpty();
    assertThat(history()).containsExactly("2024-03-01 Oslo");
  }

  @Test
  void changedRecordOpensVersionAndClosesTheOldOne() {
    nights.load(city("2024-03-01", "Oslo")).load(city("2024-03-02", "Bergen"));
    assertThat(versions())
        .containsExactly("1900-01-01 2024-03-02 Oslo", "2024-03-02 9999-12-31 Bergen now");
  }

  @Test
  void changedBackRecordHasThreeVersions() {
    nights
        .load(city("2024-03-01", "Oslo"))
        .load(city("2024-03-02", "Bergen"))
        .load(city("2024-03-03", "Oslo"));
    assertThat(history())
        .containsExactly("2024-03-01 Oslo", "2024-03-02 Bergen", "2024-03-03 Oslo");
  }

  @Test
  void twoChangesInOneLoadAreTwoVersions() {
    nights.load(
        city("2024-03-01", "Oslo"), city("2024-03-02", "Bergen"), city("2024-03-03", "Bodo"));
    assertThat(versions())
        .containsExactly(
            "1900-01-01 2024-03-02 Oslo",
            "2024-03-02 2024-03-03 Bergen",
            "2024-03-03 9999-12-31 Bodo now");
  }

  @Test
  void emptyValueThatGetsFilledIsAChange() {
    nights.load(city("2024-03-01", null)).load(city("2024-03-02", "Oslo"));
    assertThat(history()).containsExactly("2024-03-01 null", "2024-03-02 Oslo");
  }

  @Test
  void lateChangeFallsBetweenTwoVersions() {
    nights
        .load(city("2024-03-01", "Oslo"))
        .load(city("2024-03-05", "Bodo"))
        .load(city("2024-03-03", "Bergen"));
    assertThat(versions())
        .containsExactly(
            "1900-01-01 2024-03-03 Oslo",
            "2024-03-03 2024-03-05 Bergen",
            "2024-03-05 9999-12-31 Bodo now");
  }

  @Test
  void lateChangeReopensTheOldValueThatALaterDeliveryConfirmed() {
    nights
        .load(city("2024-03-01", "Oslo"))
        .load(city("2024-03-05", "Oslo"))
        .load(city("2024-03-03", "Bergen"));
    assertThat(history())
        .containsExactly("2024-03-01 Oslo", "2024-03-03 Bergen", "2024-03-05 Oslo");
  }

  @Test
  void lateDeliveryOfTheSameValueMovesTheStart() {
    nights
        .load(city("2024-03-01", "Oslo"))
        .load(city("2024-03-05", "Bergen"))
        .load(city("2024-03-03", "Bergen"));
    assertThat(history()).containsExactly("2024-03-01 Oslo", "2024-03-03 Bergen");
    assertThat(versions())
        .containsExactly("1900-01-01 2024-03-03 Oslo", "2024-03-03 9999-12-31 Bergen now");
  }

  @Test
  void lateFirstVersionTakesTheBeginning() {
    nights.load(city("2024-03-05", "Bodo")).load(city("2024-03-01", "Oslo"));
    assertThat(versions())
        .containsExactly("1900-01-01 2024-03-05 Oslo", "2024-03-05 9999-12-31 Bodo now");
  }

  @Test
  void absentRecordStaysAsItIs() {
    nights
        .load(city("2024-03-01", "Oslo"))
        .load(new Delivery(Shops.CUSTOMERS, "2024-03-02").row("source_customer_id", "8"));
    assertThat(nights.changesOf("cnf_customer")).hasSize(1);
    assertThat(versions()).contains("1900-01-01 9999-12-31 Oslo now");
  }

  @Test
  void replayOfTheSameRowsChangesNothing() {
    nights
        .load(city("2024-03-01", "Oslo"), city("2024-03-02", "Bergen"))
        .load(city("2024-03-01", "Oslo"), city("2024-03-02", "Bergen"));
    assertThat(nights.changesOf("cnf_customer")).isEmpty();
    assertThat(nights.changesOf("dim_customer")).isEmpty();
  }

  @Test
  void lastOfTwoRowsForTheSameTimeCounts() {
    nights.load(city("2024-03-01", "Oslo").row("source_customer_id", "7", "city", "Bergen"));
    assertThat(history()).containsExactly("2024-03-01 Bergen");
  }

  @Test
  void rejectedRowsAreNotSeen() {
    nights.load(
        new Delivery(Shops.CUSTOMERS, "2024-03-01")
            .row("source_customer_id", "7", "city", "Oslo", "is_rejected", "true"));
    assertThat(history()).isEmpty();
    assertThat(nights.table("dim_customer")).hasSize(1);
  }

  @Test
  void bridgeLinksEachRecordToACustomerOfItsOwn() {
    nights.load(city("2024-03-01", "Oslo"));
    String record = (String) nights.table("cnf_customer").get(0).get("customer_record_id");
    // printf 'webshop|7' | sha256sum | cut -c1-32
    assertThat(record).isEqualTo("9db19590a6b95fa5327c88b3b313e891");
    assertThat(nights.table("brg_customer_record"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("customer_id")).isEqualTo("C" + record.substring(0, 16));
              assertThat(row.get("linked_by")).isEqualTo("own record");
            });
  }
}
