package io.clientele.reports.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Role;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCustomerTest {
  @TempDir static Path temp;

  @BeforeAll
  static void publish() {
    try (TestWarehouse made = TestWarehouse.nordlicht(temp)) {
      made.run(
              "INSERT INTO brg_customer_record (customer_record_id, customer_id, source, source_customer_id, linked_by) VALUES ('r1', 'Cdouble1', 'webshop', '42', 'own record'),"
                  + " ('r2', 'Cdouble2', 'tills', '42', 'own record')")
          .publish(1, LocalDate.of(2024, 7, 1));
    }
  }

  @Test
  void everythingFromTheSourceRowToTheListIsThere() {
    String text = explain("webshop:1001", Role.MARKETER);
    assertThat(text)
        .startsWith("Customer C")
        .contains("webshop  1001    own record")
        .contains("Bernd Abel")
        .contains("orders_")
        .contains("days_since_last_purchase")
        .contains("Leaving means")
        .containsPattern("Place +\\d+ of 384, consent not known");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void versionsShowFromWhenToWhen() {
    assertThat(explain("1001", Role.ANALYST).lines())
        .anyMatch(line -> line.matches(" +always +2023-05-01 00:00 .*Kiel.*"))
        .anyMatch(line -> line.matches(" +2023-05-01 00:00 +open .*München.*"));
  }

  @Test
  void recordIdCustomerIdAndNumberMeanTheSameCustomer() {
    String byNumber = explain("webshop:1007", Role.ANALYST);
    String customerId = byNumber.substring("Customer ".length(), byNumber.indexOf(" as of"));
    assertThat(explain(customerId, Role.ANALYST)).isEqualTo(byNumber);
    assertThat(explain("1007", Role.ANALYST)).isEqualTo(byNumber);
  }

  @Test
  void anAnalystSeesNoNames() {
    assertThat(explain("webshop:1001", Role.ANALYST))
        .contains("(masked)")
        .doesNotContain("Bernd Abel", "@example.org");
  }

  @Test
  void aNumberOfTwoCustomersIsRefused() {
    assertThatThrownBy(() -> explain("42", Role.ANALYST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot explain customer 42: 2 customers have that number; name one of tills:42, webshop:42.");
  }

  @Test
  void anUnknownCustomerIsAnsweredWithTheNearestOnes() {
    assertThatThrownBy(() -> explain("webshop:10011", Role.ANALYST))
        .hasMessageContaining("the nearest numbers are webshop:1001,");
    assertThatThrownBy(() -> explain("webshp:1001", Role.ANALYST))
        .hasMessageContaining("there is no source webshp; did you mean webshop?");
  }

  private static String explain(String customer, Role role) {
    StringBuilder out = new StringBuilder();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(temp)) {
      ExplainCustomer.write(warehouse, new ExplainOptions(customer, role, "EUR"), out);
    }
    return out.toString();
  }
}
