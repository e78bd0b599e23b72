package io.clientele.etl.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Customer 7 is asked for 20 on 1 May, due on 15 May, and pays on 18 May; gets 5 back on 20 May. A
 * move of 3 May becomes known in the last night.
 */
class PaymentsTest {
  private static final Nights NIGHTS =
      Shops.nights(
          Set.of(
              "conform-payments",
              "conform-customers",
              "collect-line-members",
              "load-dim-date",
              "load-dim-customer",
              "load-fct-payment"));
  private static List<Map<String, Object>> opened;
  private static List<String> changesOfTheMove;

  @BeforeAll
  static void threeNights() {
    NIGHTS.load(
        new Delivery(Shops.CUSTOMERS, "2024-04-30").row("source_customer_id", "7", "city", "Oslo"),
        new Delivery(Shops.PAYMENTS, "2024-05-01")
            .row(payment("Z1", "7", "20.00", "2024-05-01", "2024-05-15", null, "OPEN")));
    opened = NIGHTS.table("fct_payment");
    NIGHTS.load(
        new Delivery(Shops.PAYMENTS, "2024-05-20")
            .row(payment("Z1", "7", "20.00", "2024-05-01", "2024-05-15", "2024-05-18", "PAID"))
            .row(payment("G1", "7", "-5.00", "2024-05-20", "2024-05-20", "2024-05-20", "REFUNDED"))
            .row(payment("Z9", null, "9.00", "2024-05-20", null, "2024-05-20", "PAID"))
            .row(payment("Z2", "8", "4.00", "2024-12-30", "2025-01-13", null, "OPEN")));
    NIGHTS.load(
        new Delivery(Shops.CUSTOMERS, "2024-05-03").row("source_customer_id", "7", "city", "Bodo"));
    changesOfTheMove = NIGHTS.changesOf("fct_payment");
  }

  @Test
  void anOpenPaymentIsDueAndNotPaid() {
    assertThat(opened)
        .singleElement()
        .satisfies(
            payment ->
                assertThat(payment)
                    .containsEntry("due_date_key", 20240515)
                    .containsEntry("paid_date_key", -1)
                    .containsEntry("is_paid", false)
                    .containsEntry("days_late", null));
  }

  @Test
  void theNewestDeliveryCountsAndThereIsOneRowAPayment() {
    assertThat(NIGHTS.table("fct_payment")).hasSize(4);
    assertThat(payment("Z1"))
        .containsEntry("paid_date_key", 20240518)
        .containsEntry("payment_status", "PAID")
        .containsEntry("days_late", 3);
    assertThat(payment("G1"))
        .containsEntry("is_refund", true)
        .containsEntry("amount", new BigDecimal("-5.000000"));
  }

  @Test
  void whoIsOnlyNamedByAPaymentIsAMemberAndSoAreTheYearsOfItsDays() {
    Set<Object> dates =
        NIGHTS.table("dim_date").stream()
            .map(day -> day.get("date_key"))
            .collect(Collectors.toSet());
    assertThat(dates).contains(20240515, 20250113, -1);
    Set<Object> customers =
        NIGHTS.table("dim_customer").stream()
            .map(version -> version.get("customer_key"))
            .collect(Collectors.toSet());
    NIGHTS
        .table("fct_payment")
        .forEach(payment -> assertThat(customers).contains(payment.get("customer_key")));
    assertThat(payment("Z9")).containsEntry("customer_key", -1L);
  }

  @Test
  void aLateMoveMovesWhatWasAskedForAfterwards() {
    // Asked for on 1 May: Oslo. On 20 May: Bodo, which became known only then.
    assertThat(payment("Z1").get("customer_key")).isNotEqualTo(payment("G1").get("customer_key"));
    assertThat(changesOfTheMove).singleElement().asString().startsWith("update");
  }

  private static Map<String, Object> payment(String id) {
    return NIGHTS.table("fct_payment").stream()
        .filter(payment -> payment.get("payment_id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String[] payment(
      String id,
      String customer,
      String amount,
      String on,
      String due,
      String paid,
      String status) {
    return new String[] {
      "payment_id",
      id,
      "source_customer_id",
      customer,
      "amount",
      amount,
      "billed_on",
      on,
      "due_on",
      due,
      "paid_on",
      paid,
      "payment_status",
      status
    };
  }
}
