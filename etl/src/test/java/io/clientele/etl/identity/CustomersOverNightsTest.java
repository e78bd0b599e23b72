package io.clientele.etl.identity;

import static io.clientele.etl.identity.IdentitySettings.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.identity.IdentitySettings.Override;
import io.clientele.etl.identity.IdentitySettings.Record;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One story in six nights: two systems, a merge, stewards, a rule switched off. */
class CustomersOverNightsTest {
  private static final People PEOPLE = new People();
  private static final IdentitySettings SAID =
      DEFAULT
          .with(said(false, "web:torn", "till:torn", "father and daughter"))
          .with(said(true, "web:lone", "till:lone", "called and asked"))
          .with(said(true, "web:lone", "till:absent", "no such card"));

  private static final String AT_HOME =
      "street = Weg 1 | postcode = 20095 | city = Hamburg | region = Nord"
          + " | is_marketing_allowed = true";

  private static Map<String, String> firstIds;
  private static Map<Object, Object> keysBeforeTheMerge;
  private static Map<Object, Object> keysAfterTheMerge;
  private static List<String> dimensionOfTheMerge;
  private static List<String> bridgeOfAQuietNight;
  private static String mergedId;
  private static Map<String, Object> profile;
  private static String apart;
  private static String chosen;
  private static String withoutPhone;
  private static String withPhoneAgain;

  @BeforeAll
  static void sixNights() {
    firstNight();
    firstIds = Stream.of("till:old", "web:new").collect(Collectors.toMap(r -> r, PEOPLE::id));
    keysBeforeTheMerge = keys();
    bothSayTheSameMailbox();
    keysAfterTheMerge = keys();
    dimensionOfTheMerge = PEOPLE.tables().changesOf("dim_customer");
    mergedId = PEOPLE.id("web:new");
    profile = PEOPLE.profile("web:new");
    PEOPLE.night(SAID);
    apart = PEOPLE.together("web:torn");
    chosen = PEOPLE.together("web:lone");
    PEOPLE.night(SAID.without(IdentityRule.PHONE));
    withoutPhone = PEOPLE.together("web:bridge");
    PEOPLE.night(DEFAULT);
    withPhoneAgain = PEOPLE.together("web:bridge");
    PEOPLE.night(
        DEFAULT,
        People.file(People.WEB, "01-20", "torn | email = torn@post.example | city = Bonn"));
    bridgeOfAQuietNight = PEOPLE.tables().changesOf("brg_customer_record");
  }

  private static void firstNight() {
    PEOPLE.night(
        DEFAULT,
        People.file(
            People.TILL,
            "01-02",
            """
            old | full_name = Ann Berg | %s
            torn | email = torn@post.example
            lone | full_name = Per Dahl
            bridge | phone = 030 1112223 | full_name = Eva Ruud"""
                .formatted(AT_HOME)),
        People.file(
            People.WEB,
            "01-05",
            """
            new | full_name = A. Berg | phone = 040 1 | is_marketing_allowed = false
            torn | email = torn@post.example
            lone | full_name = Pelle D.
            bridge | phone = 030 1112223 | full_name = Eva Ruud"""));
  }

  private static void bothSayTheSameMailbox() {
    PEOPLE.night(
        DEFAULT,
        People.file(
            People.TILL,
            "01-08",
            "old | full_name = Ann Berg | email = ann@post.example | " + AT_HOME),
        People.file(
            People.WEB,
            "01-09",
            "new | full_name = A. Berg | phone = 040 1 | city = Kiel"
                + " | is_marketing_allowed = false | email = ann@post.example"));
  }

  private static Override said(boolean isSame, String left, String right, String reason) {
    return new Override(isSame, record(left), record(right), reason);
  }

  private static Record record(String text) {
    return new Record(text.substring(0, text.indexOf(':')), text.substring(text.indexOf(':') + 1));
  }

  /** Surrogate key to record, of all versions. */
  private static Map<Object, Object> keys() {
    return PEOPLE.tables().table("dim_customer").stream()
        .collect(
            Collectors.toMap(row -> row.get("customer_key"), row -> row.get("customer_record_id")));
  }

  private static List<String> ledger(Function<Map<String, Object>, Object> column) {
    return PEOPLE.tables().table("brg_customer_ledger").stream()
        .map(row -> String.valueOf(column.apply(row)))
        .toList();
  }

  @Test
  void theOlderIdSurvivesAMerge() {
    assertThat(firstIds.values()).doesNotHaveDuplicates();
    assertThat(mergedId).isEqualTo(firstIds.get("till:old"));
  }

  @Test
  void aMergeKeepsEveryVersionThatFactsPointTo() {
    assertThat(keysAfterTheMerge).containsAllEntriesOf(keysBeforeTheMerge);
    assertThat(dimensionOfTheMerge)
        .as("both records say something new, so each first version ends; the second ones come")
        .extracting(change -> change.replaceAll("\\[.*", ""))
        .containsExactly("insert", "insert", "update", "update");
  }

  @Test
  void theLedgerSaysWhatBecameOneAndWhy() {
    assertThat(
            ledger(
                row ->
                    row.get("event")
                        + " "
                        + row.get("from_customer_id")
                        + " "
                        + row.get("to_customer_id")
                        + " "
                        + row.get("reason")))
        .contains("merged %s %s linked by email".formatted(firstIds.get("web:new"), mergedId));
  }

  @Test
  void theAddressComesFromOneRecordAndTheRestFromTheNewest() {
    assertThat(profile)
        .containsEntry("record_count", 2)
        .containsEntry("source_customer_ids", "till:old web:new")
        .as("the web record is newer, its city is no whole address")
        .containsEntry("full_name", "A. Berg")
        .containsEntry("phone", "040 1")
        .containsEntry("street", "Weg 1")
        .containsEntry("city", "Hamburg")
        .containsEntry("region", "Nord");
  }

  @Test
  void whoRefusedOnceIsNotContacted() {
    assertThat(profile).containsEntry("is_marketing_allowed", false);
  }

  @Test
  void aStewardTakesApartWhatARuleLinks() {
    assertThat(apart).isEqualTo("web:torn");
    assertThat(ledger(row -> row.get("run_id") + " " + row.get("event") + " " + row.get("reason")))
        .contains("night3 split a steward keeps them apart");
  }

  @Test
  void aStewardLinksWhatNoRuleLinks() {
    assertThat(chosen).isEqualTo("till:lone web:lone");
    assertThat(ledger(row -> row.get("run_id") + " " + row.get("reason")))
        .contains("night3 linked by always");
  }

  @Test
  void aRuleThatIsSwitchedOffLinksNobodyAnyMore() {
    assertThat(withoutPhone).isEqualTo("web:bridge");
    assertThat(ledger(row -> row.get("run_id") + " " + row.get("event") + " " + row.get("reason")))
        .contains("night4 split no longer linked by phone");
    assertThat(withPhoneAgain).isEqualTo("till:bridge web:bridge");
  }

  @Test
  void withoutTheStewardsTheRulesHoldAgain() {
    assertThat(PEOPLE.together("web:torn")).isEqualTo("till:torn web:torn");
    assertThat(PEOPLE.together("web:lone")).isEqualTo("web:lone");
  }

  @Test
  void aChangeThatLinksNobodyTouchesNoBridge() {
    assertThat(bridgeOfAQuietNight).isEmpty();
  }
}
