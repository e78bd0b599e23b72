package io.clientele.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The canonical cases of history, each a customer of its own in the same three nights: the file of
 * 1 March, the file of 5 March, and a night with the late files of 3 and 4 March and the first file
 * again. A version is told by start, end and city.
 */
class ConformCustomersTest {
  private static final Nights NIGHTS =
      Shops.nights(Set.of("conform-customers", "load-dim-customer", "load-customer-bridge"));
  private static List<String> secondNight;

  @BeforeAll
  static void threeNights() {
    NIGHTS.load(first("03-01"));
    NIGHTS.load(
        file("2024-03-05")
            .row(at("unchanged", "Oslo"))
            .row(at("changed", "Bergen"))
            .row(at("changed back", "Oslo"))
            .row(at("filled", "Oslo"))
            .row(at("emptied", null))
            .row(at("late between", "Bodo"))
            .row(at("confirmed", "Oslo"))
            .row(at("moved start", "Bergen"))
            .row(at("late first", "Bodo"))
            .row(at("twice in a file", "Bergen"))
            .row(at("twice in a file", "Bodo"))
            .row("source_customer_id", "rejected", "city", "Bodo", "is_rejected", "true"));
    secondNight = NIGHTS.changesOf("cnf_customer");
    NIGHTS.load(
        file("2024-03-03")
            .row(at("two at once", "Bergen"))
            .row(at("changed back", "Bergen"))
            .row(at("late between", "Bergen"))
            .row(at("confirmed", "Bergen"))
            .row(at("moved start", "Bergen"))
            .row(at("late first", "Oslo")),
        file("2024-03-04").row(at("two at once", "Bodo")),
        first("03-01 again"));
  }

  private static Delivery first(String batch) {
    return new Delivery(Shops.CUSTOMERS, "2024-03-01", batch)
        .row(at("new", "Oslo"))
        .row(at("unchanged", "Oslo"))
        .row(at("changed", "Oslo"))
        .row(at("changed back", "Oslo"))
        .row(at("two at once", "Oslo"))
        .row(at("filled", null))
        .row(at("emptied", "Oslo"))
        .row(at("late between", "Oslo"))
        .row(at("confirmed", "Oslo"))
        .row(at("moved start", "Oslo"))
        .row(at("absent", "Oslo"));
  }

  private static Delivery file(String day) {
    return new Delivery(Shops.CUSTOMERS, day);
  }

  private static String[] at(String id, String city) {
    return new String[] {"source_customer_id", id, "city", city};
  }

  private static List<String> versions(String id) {
    return NIGHTS.table("dim_customer").stream()
        .filter(row -> id.equals(row.get("source_customer_id")))
        .map(
            row ->
                day(row, "valid_from")
                    + " "
                    + day(row, "valid_to")
                    + " "
                    + row.get("city")
                    + (Boolean.TRUE.equals(row.get("is_current")) ? " now" : ""))
        .sorted()
        .toList();
  }

  private static String day(Map<String, Object> row, String column) {
    return row.get(column).toString().substring(0, 10);
  }

  @Test
  void newRecordIsValidFromTheBeginning() {
    assertThat(versions("new")).containsExactly("1900-01-01 9999-12-31 Oslo now");
  }

  @Test
  void unchangedRecordChangesNothing() {
    assertThat(versions("unchanged")).containsExactly("1900-01-01 9999-12-31 Oslo now");
    assertThat(secondNight).noneMatch(change -> change.contains(record("unchanged")));
  }

  @Test
  void changedRecordOpensAVersionAndClosesTheOldOne() {
    assertThat(versions("changed"))
        .containsExactly("1900-01-01 2024-03-05 Oslo", "2024-03-05 9999-12-31 Bergen now");
  }

  @Test
  void changedBackRecordHasThreeVersions() {
    assertThat(versions("changed back"))
        .containsExactly(
            "1900-01-01 2024-03-03 Oslo",
            "2024-03-03 2024-03-05 Bergen",
            "2024-03-05 9999-12-31 Oslo now");
  }

  @Test
  void twoChangesInOneLoadAreTwoVersions() {
    assertThat(versions("two at once"))
        .containsExactly(
            "1900-01-01 2024-03-03 Oslo",
            "2024-03-03 2024-03-04 Bergen",
            "2024-03-04 9999-12-31 Bodo now");
  }

  @Test
  void emptyValueThatIsFilledIsAChangeAndSoIsOneThatIsEmptied() {
    assertThat(versions("filled"))
        .containsExactly("1900-01-01 2024-03-05 null", "2024-03-05 9999-12-31 Oslo now");
    assertThat(versions("emptied"))
        .containsExactly("1900-01-01 2024-03-05 Oslo", "2024-03-05 9999-12-31 null now");
  }

  @Test
  void lateChangeFallsBetweenTwoVersions() {
    assertThat(versions("late between"))
        .containsExactly(
            "1900-01-01 2024-03-03 Oslo",
            "2024-03-03 2024-03-05 Bergen",
            "2024-03-05 9999-12-31 Bodo now");
  }

  @Test
  void lateChangeReopensTheOldValueThatALaterDeliveryConfirmed() {
    assertThat(versions("confirmed"))
        .containsExactly(
            "1900-01-01 2024-03-03 Oslo",
            "2024-03-03 2024-03-05 Bergen",
            "2024-03-05 9999-12-31 Oslo now");
  }

  @Test
  void lateDeliveryOfTheSameValueMovesItsStart() {
    assertThat(versions("moved start"))
        .containsExactly("1900-01-01 2024-03-03 Oslo", "2024-03-03 9999-12-31 Bergen now");
  }

  @Test
  void lateFirstVersionTakesTheBeginning() {
    assertThat(versions("late first"))
        .containsExactly("1900-01-01 2024-03-05 Oslo", "2024-03-05 9999-12-31 Bodo now");
  }

  @Test
  void absentRecordStaysAsItIs() {
    assertThat(versions("absent")).containsExactly("1900-01-01 9999-12-31 Oslo now");
  }

  @Test
  void replayOfTheSameRowsChangesNothing() {
    assertThat(NIGHTS.changesOf("cnf_customer"))
        .isNotEmpty()
        .noneMatch(change -> change.contains(record("new")))
        .noneMatch(change -> change.contains(record("changed")))
        .noneMatch(change -> change.contains(record("filled")));
  }

  @Test
  void lastOfTwoRowsForTheSameTimeCounts() {
    assertThat(versions("twice in a file")).containsExactly("1900-01-01 9999-12-31 Bodo now");
  }

  @Test
  void rejectedRowsAreNotSeen() {
    assertThat(versions("rejected")).isEmpty();
  }

  @Test
  void bridgeLinksEachRecordToACustomerOfItsOwn() {
    // printf 'webshop|new' | sha256sum | cut -c1-32
    assertThat(record("new")).isEqualTo("1c77aac5d4d44d4de4e36bac61576080");
    assertThat(NIGHTS.table("brg_customer_record"))
        .hasSize(13)
        .anySatisfy(
            row -> {
              assertThat(row.get("customer_record_id")).isEqualTo(record("new"));
              assertThat(row.get("customer_id")).isEqualTo("C" + record("new").substring(0, 16));
              assertThat(row.get("linked_by")).isEqualTo("own record");
            });
  }

  private static String record(String id) {
    return NIGHTS.table("cnf_customer").stream()
        .filter(row -> row.get("source_customer_id").equals(id))
        .map(row -> (String) row.get("customer_record_id"))
        .findFirst()
        .orElseThrow();
  }
}
