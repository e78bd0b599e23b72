package io.clientele.reports.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Role;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;
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
                  + " ('r2', 'Cdouble2', 'tills', '42', 'own record'),"
                  + " ('m1', 'Canna', 'webshop', 'A1', 'email'), ('m2', 'Canna', 'tills', 'A2', 'email'),"
                  + " ('m3', 'Cben', 'tills', 'A3', 'own record')")
          .run(
              "INSERT INTO brg_customer_link VALUES ('m1', 'm2', 'email', 'anna@post.example'),"
                  + " ('m1', 'm2', 'name_birth_date_postcode', '1980-01-02 20095'),"
                  + " ('m2', 'm3', 'never', 'her son')")
          .run(
              "INSERT INTO brg_customer_ledger VALUES ('run_1', 'm2', 'merged', 'Ctill', 'Canna',"
                  + " 'linked by email', TIMESTAMPTZ '2024-06-02 01:00:00Z')")
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
        .containsPattern("Place +\\d+ of 384 scored, \\d+ may be contacted, consent not known");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void versionsShowFromWhenToWhen() {
    assertThat(explain("1001", Role.ANALYST).lines())
        .anyMatch(line -> line.matches(" +always +2023-05-01 02:00 .*Kiel.*"))
        .anyMatch(line -> line.matches(" +2023-05-01 02:00 +open .*München.* city"));
  }

  @Test
  void recordIdCustomerIdAndNumberMeanTheSameCustomer() {
    String byNumber = explain("webshop:1007", Role.ANALYST);
    String customerId = byNumber.substring("Customer ".length(), byNumber.indexOf(" as of"));
    assertThat(explain(customerId, Role.ANALYST)).isEqualTo(byNumber);
    assertThat(explain("1007", Role.ANALYST)).isEqualTo(byNumber);
  }

  @Test
  void recordsOfOneCustomerAreShownWithWhatLinksThemAndWhenTheyWereMerged() {
    assertThat(explain("webshop:A1", Role.MARKETER).lines().map(String::strip))
        .anyMatch(line -> line.matches("tills +A2 +email +m2"))
        .anyMatch(line -> line.matches("tills:A2 +webshop:A1 +email +anna@post.example"))
        .anyMatch(line -> line.matches("tills:A2 +webshop:A1 +name birth date postcode +.masked."))
        .anyMatch(line -> line.matches("tills:A2 +tills:A3 +a steward: not the same +her son"))
        .anyMatch(
            line ->
                line.matches("2024-06-02 03:00 +tills:A2 +merged +Ctill +Canna +linked by email"));
    assertThat(explain("webshop:A1", Role.ANALYST)).doesNotContain("anna@post.example");
  }

  @Test
  void anIdThatWasMergedAwayStillFindsTheCustomer() {
    assertThat(explain("Ctill", Role.ANALYST)).startsWith("Customer Canna as of");
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
      ExplainCustomer.write(
          warehouse,
          new ExplainOptions(
              customer, role, "EUR", ZoneId.of("Europe/Berlin"), OptionalInt.of(100)),
          out);
    }
    return out.toString();
  }
}
