package io.clientele.etl.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.SourceDeclaration;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nights of consents, campaigns, opportunities, contracts and stock of one company. */
class StagedFactsTest {
  private static final EntityDeclaration PEOPLE = entity("people", "customer");
  private static final EntityDeclaration CONSENTS = entity("consents", "consent");
  private static final EntityDeclaration CAMPAIGNS = entity("campaigns", "campaign");
  private static final EntityDeclaration CONTACTS = entity("contacts", "campaign_contact");
  private static final EntityDeclaration RESPONSES = entity("responses", "campaign_response");
  private static final EntityDeclaration STAFF = entity("staff", "employee");
  private static final EntityDeclaration STAGES = entity("stages", "opportunity_stage");
  private static final EntityDeclaration CONTRACTS = entity("contracts", "subscription");
  private static final EntityDeclaration STOCK = entity("stock", "stock");
  private static final List<SourceDeclaration> SOURCES =
      List.of(
          Shops.source(
              "office",
              "Europe/Berlin",
              PEOPLE,
              CONSENTS,
              CAMPAIGNS,
              CONTACTS,
              RESPONSES,
              STAFF,
              STAGES,
              CONTRACTS,
              STOCK));
  private static final List<String> TABLES =
      List.of(
          "dim_campaign",
          "dim_employee",
          "dim_subscription",
          "fct_consent",
          "fct_campaign_contact",
          "fct_opportunity_stage",
          "fct_subscription_month",
          "fct_stock_day");

  private static final Delivery[] MAY = {
    file(PEOPLE, "2024-05-01").row("source_customer_id", "7", "city", "Oslo"),
    file(CONSENTS, "2024-05-01").row(consent("N1", "true", "2024-05-01")),
    file(CAMPAIGNS, "2024-05-01").row("campaign_id", "K1", "campaign_name", "Spring"),
    file(CONTACTS, "2024-05-02").row(contact("C1", "K1")).row(contact("C2", "K9")),
    file(STAFF, "2024-05-01").row("employee_id", "E1", "department", "SALES"),
    file(STAGES, "2024-05-01").row(stage("LEAD", "2024-05-01", "E1")),
    file(CONTRACTS, "2024-05-01").row(contract("START", "2024-01-15", "2025-01-14", null, "10.00")),
    file(STOCK, "2024-05-01").row("product_id", "A", "counted_on", "2024-05-01", "units", "5")
  };
  private static final Delivery[] JUNE = {
    file(PEOPLE, "2024-05-20").row("source_customer_id", "7", "city", "Bodo"),
    file(CONSENTS, "2024-06-01").row(consent("N2", "false", "2024-06-01")),
    file(RESPONSES, "2024-06-01")
        .row(response("OPENED", "2024-05-03", null))
        .row(response("ORDERED", "2024-05-05", "W1"))
        .row(response("ORDERED", "2024-05-05", "W1")),
    file(STAGES, "2024-06-01").row(stage("WON", "2024-05-11", "E9")),
    file(CONTRACTS, "2025-02-01")
        .row(contract("RENEWAL", "2025-01-15", "2026-01-14", null, "12.00")),
    file(STOCK, "2024-06-01").row("product_id", "A", "counted_on", "2024-05-01", "units", "4")
  };

  private static Nights nights;

  @BeforeAll
  static void twoNights() {
    nights = Shops.nights(SOURCES, steps()).load(MAY).load(JUNE);
  }

  private static Set<String> steps() {
    return Set.of(
        "conform-customers",
        "collect-line-members",
        "load-dim-date",
        "load-customer-bridge",
        "load-dim-customer",
        "load-dim-campaign",
        "load-dim-employee",
        "load-dim-subscription",
        "load-fct-consent",
        "load-fct-campaign-contact",
        "load-fct-opportunity-stage",
        "load-fct-subscription-month",
        "load-fct-stock-day");
  }

  private static EntityDeclaration entity(String name, String canonical) {
    return Shops.entity("office", name, canonical, Redelivery.APPEND);
  }

  private static Delivery file(EntityDeclaration entity, String day) {
    return new Delivery(entity, day);
  }

  private static String[] consent(String id, String isGranted, String day) {
    return new String[] {
      "consent_id",
      id,
      "source_customer_id",
      "7",
      "purpose",
      "newsletter",
      "is_granted",
      isGranted,
      "recorded_on",
      day
    };
  }

  private static String[] contact(String id, String campaign) {
    return new String[] {
      "contact_id",
      id,
      "campaign_id",
      campaign,
      "source_customer_id",
      "8",
      "test_group",
      "TREATED",
      "contacted_on",
      "2024-05-02"
    };
  }

  private static String[] response(String kind, String day, String order) {
    return new String[] {
      "contact_id", "C1", "response_kind", kind, "responded_on", day, "order_id", order
    };
  }

  private static String[] stage(String stage, String day, String owner) {
    return new String[] {
      "opportunity_id",
      "O1",
      "source_customer_id",
      "7",
      "stage",
      stage,
      "entered_on",
      day,
      "employee_id",
      owner,
      "amount",
      "70.00",
      "currency_code",
      "CHF"
    };
  }

  private static String[] contract(
      String event, String day, String termEnd, String ended, String fee) {
    return new String[] {
      "subscription_id",
      "S1",
      "source_customer_id",
      "7",
      "subscription_event",
      event,
      "event_on",
      day,
      "started_on",
      "2024-01-15",
      "term_ends_on",
      termEnd,
      "ended_on",
      ended,
      "monthly_fee",
      fee,
      "tariff",
      "M",
      "effective_at",
      day + "T00:00:00Z"
    };
  }

  private static Map<String, Object> row(String table, String column, Object value) {
    return nights.table(table).stream()
        .filter(row -> value.equals(row.get(column)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void consentsAreKeptOneByOneWithTheVersionOfTheirDay() {
    Map<String, Object> before = row("fct_consent", "consent_id", "N1");
    Map<String, Object> after = row("fct_consent", "consent_id", "N2");
    assertThat(before)
        .containsEntry("is_granted", true)
        .containsEntry("recorded_date_key", 20240501);
    assertThat(after).containsEntry("is_granted", false);
    assertThat(after.get("customer_key"))
        .as("moved to Bodo in between")
        .isNotEqualTo(before.get("customer_key"));
    Object key = after.get("customer_key");
    assertThat(row("dim_customer", "customer_key", key)).containsEntry("city", "Bodo");
  }

  @Test
  void responsesStandBesideTheContactAndCountOnce() {
    assertThat(row("fct_campaign_contact", "contact_id", "C1"))
        .containsEntry("response_count", 2L)
        .containsEntry("responded_date_key", 20240503)
        .containsEntry("response_order_id", "W1");
    assertThat(row("fct_campaign_contact", "contact_id", "C2"))
        .containsEntry("response_count", 0L)
        .containsEntry("responded_date_key", -1);
  }

  @Test
  void whoIsOnlyNamedIsAnInferredMember() {
    Object unknown = row("fct_campaign_contact", "contact_id", "C2").get("campaign_key");
    assertThat(row("dim_campaign", "campaign_key", unknown))
        .containsEntry("campaign_id", "K9")
        .containsEntry("is_inferred", true);
    assertThat(row("dim_campaign", "campaign_id", "K1"))
        .containsEntry("campaign_name", "Spring")
        .containsEntry("is_inferred", false);
    assertThat(row("dim_employee", "employee_id", "E9")).containsEntry("is_inferred", true);
    assertThat(nights.table("dim_employee")).as("with the unknown one").hasSize(3);
    Object customer = row("fct_campaign_contact", "contact_id", "C1").get("customer_key");
    assertThat(row("dim_customer", "customer_key", customer)).containsEntry("is_inferred", true);
  }

  @Test
  void aStageLastsUntilTheNextOne() {
    assertThat(row("fct_opportunity_stage", "stage", "LEAD"))
        .containsEntry("days_in_stage", 10)
        .containsEntry("left_date_key", 20240511)
        .containsEntry("is_current_stage", false);
    assertThat(row("fct_opportunity_stage", "stage", "WON"))
        .containsEntry("left_date_key", -1)
        .containsEntry("currency_code", "CHF")
        .containsEntry("is_current_stage", true);
  }

  @Test
  void aContractIsPaidMonthByMonthAtTheFeeOfItsTerm() {
    // January 2024 to January 2026; the last month has no end within the term.
    List<Map<String, Object>> months = nights.table("fct_subscription_month");
    assertThat(months).hasSize(25);
    assertThat(months).filteredOn(month -> month.get("is_active").equals(true)).hasSize(24);
    assertThat(
            months.stream()
                .map(month -> (BigDecimal) month.get("monthly_fee"))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .as("12 times 10 and 12 times 12")
        .isEqualByComparingTo("264");
    assertThat(row("fct_subscription_month", "month_date_key", 20250101))
        .containsEntry("is_renewed", true)
        .containsEntry("is_started", false);
  }

  @Test
  void theNewestCountOfADayCounts() {
    assertThat(nights.table("fct_stock_day"))
        .singleElement()
        .satisfies(
            day -> assertThat(day).containsEntry("units", 4).containsEntry("product_id", "A"));
  }

  @Test
  void theOrderOfArrivalDoesNotMatterAndAReplayChangesNothing() {
    Nights turned = Shops.nights(SOURCES, steps()).load(JUNE).load(MAY);
    for (String table : TABLES) {
      assertThat(turned.table(table)).as(table).isEqualTo(nights.table(table));
    }
    turned.load(file(CONSENTS, "2024-06-01").row(consent("N2", "false", "2024-06-01")));
    assertThat(turned.changesOf("fct_consent")).isEmpty();
  }
}
