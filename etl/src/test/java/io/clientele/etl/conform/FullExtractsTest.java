package io.clientele.etl.conform;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.SourceDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Cards are delivered whole on the first of March, April, May and June; members whole, too, with a
 * time of their own for each row. A version is told by its start, city and whether it is gone.
 */
class FullExtractsTest {
  private static final EntityDeclaration CARDS =
      Shops.full(
          Shops.entity(
              "tills", "cards", "customer", Redelivery.APPEND, "source_customer_id", "city"));
  private static final EntityDeclaration MEMBERS =
      Shops.full(
          Shops.entity(
              "club",
              "members",
              "customer",
              Redelivery.APPEND,
              "source_customer_id",
              "city",
              "effective_at"));
  private static final List<SourceDeclaration> SOURCES =
      List.of(
          Shops.source("tills", "Europe/Berlin", CARDS),
          Shops.source("club", "Europe/Berlin", MEMBERS));

  private static final Delivery MARCH =
      cards("03").row(card("a")).row(card("gone")).row(card("back")).row(card("z late"));
  private static final Delivery APRIL =
      cards("04")
          .row(card("a"))
          .row(card("z late"))
          .row("source_customer_id", "gone", "is_rejected", "true");
  private static final Delivery MAY = cards("05").row(card("a")).row(card("back"));
  private static final Delivery JUNE =
      cards("06").row(card("a")).row(card("back")).row(card("z late")).row(card("young"));
  private static final Delivery CLUB_MARCH =
      members("03").row(member("m", "Oslo", "02")).row(member("n", "Oslo", "02"));
  private static final Delivery CLUB_APRIL = members("04").row(member("n", "Oslo", "02"));
  private static final Delivery CLUB_MAY =
      members("05").row(member("m", "Oslo", "02")).row(member("n", "Bergen", "02"));

  private static Nights ordered;

  @BeforeAll
  static void monthByMonth() {
    ordered =
        nights().load(MARCH, CLUB_MARCH).load(APRIL, CLUB_APRIL).load(MAY).load(JUNE, CLUB_MAY);
  }

  private static Nights nights() {
    return Shops.nights(
        SOURCES, Set.of("conform-customers", "load-dim-customer", "load-customer-bridge"));
  }

  private static Delivery cards(String month) {
    return new Delivery(CARDS, "2024-" + month + "-01");
  }

  private static Delivery members(String month) {
    return new Delivery(MEMBERS, "2024-" + month + "-01");
  }

  private static String[] card(String id) {
    return new String[] {"source_customer_id", id, "city", "Oslo"};
  }

  private static String[] member(String id, String city, String month) {
    return new String[] {
      "source_customer_id", id, "city", city, "effective_at", "2024-" + month + "-01T00:00:00Z"
    };
  }

  private static List<String> versions(String id) {
    return ordered.table("dim_customer").stream()
        .filter(row -> id.equals(row.get("source_customer_id")))
        .map(FullExtractsTest::version)
        .sorted()
        .toList();
  }

  private static String version(Map<String, Object> row) {
    String from = row.get("valid_from").toString().substring(0, 7);
    String now = Boolean.TRUE.equals(row.get("is_current")) ? " now" : "";
    return from + " " + row.get("city") + " gone " + row.get("is_deleted") + now;
  }

  @Test
  void aRecordThatEveryExtractHoldsHasOneVersion() {
    assertThat(versions("a")).containsExactly("1900-01 Oslo gone false now");
  }

  @Test
  void vanishedRecordIsGoneFromTheExtractThatNoLongerHoldsIt() {
    // Refused in April, which shows that it is there; not in May.
    assertThat(versions("gone"))
        .containsExactly("1900-01 Oslo gone false", "2024-05 Oslo gone true now");
  }

  @Test
  void returnedRecordIsThereAgain() {
    assertThat(versions("back"))
        .containsExactly(
            "1900-01 Oslo gone false", "2024-04 Oslo gone true", "2024-05 Oslo gone false now");
    assertThat(versions("z late"))
        .containsExactly(
            "1900-01 Oslo gone false", "2024-05 Oslo gone true", "2024-06 Oslo gone false now");
  }

  @Test
  void returnedRecordWithAnOldTimeOfItsOwnIsThereFromTheExtractOn() {
    assertThat(versions("m"))
        .containsExactly(
            "1900-01 Oslo gone false", "2024-04 Oslo gone true", "2024-05 Oslo gone false now");
  }

  @Test
  void theOrderInWhichExtractsArriveDoesNotMatter() {
    Nights atOnce = nights().load(MARCH, CLUB_MARCH, APRIL, CLUB_APRIL, MAY, JUNE, CLUB_MAY);
    Nights late =
        nights().load(MARCH, MAY, CLUB_MARCH, CLUB_MAY).load(JUNE).load(APRIL, CLUB_APRIL);
    for (String table : List.of("cnf_customer", "dim_customer")) {
      assertThat(atOnce.table(table)).as(table).isEqualTo(ordered.table(table));
      assertThat(late.table(table)).as(table).isEqualTo(ordered.table(table));
    }
  }

  @Test
  void replayOfAnExtractChangesNothing() {
    Nights again = nights().load(MARCH).load(APRIL);
    again.load(new Delivery(CARDS, "2024-04-01", "april again").row(card("a")).row(card("z late")));
    assertThat(again.changesOf("cnf_customer")).isEmpty();
  }
}
