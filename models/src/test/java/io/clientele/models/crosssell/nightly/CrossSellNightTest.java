package io.clientele.models.crosssell.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.Purchases;
import io.clientele.models.registry.Json;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.warehouse.score.ScrCustomerOffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrossSellNightTest {
  private static InMemoryInputs night;
  private static Trained trained;
  private static List<Row> rules;
  private static List<Row> offers;

  @BeforeAll
  static void night() {
    night = new CampingShop().inputs(CampingShop.CUSTOMERS);
    trained = new TrainCrossSell(7).train(night);
    night.withTrained(trained);
    Changes changes = new ScoreOffers().build(night);
    rules = changes.sets().get("scr_association_rule").rows().collectAsList();
    offers =
        Purchases.as(ScrCustomerOffer.TABLE, changes.sets().get("scr_customer_offer").rows())
            .collectAsList();
  }

  @Test
  void offersBeatTheBestSellersOnProductsBoughtLater() {
    assertThat(trained.decision()).as(trained.reason()).isEqualTo(Trained.Decision.PROMOTED);
    CrossSellCard card = card(trained);
    assertThat(card.offers().hit()).isGreaterThan(card.popularity().hit());
    assertThat(card.heldOutFrom()).isEqualTo("2025-11-17"); // 365 / 8 = 45 days before New Year
    assertThat(card.lines().knownLate()).isZero();
    assertThat(card.rules().found()).isEqualTo(rules.size());
  }

  /** The first product of each of four tastes is taken with pegs; baskets are of one taste. */
  @Test
  void thePlantedRulesAreFoundAndNoneThatMixesTastes() {
    assertThat(rules.stream().filter(row -> row.getAs("consequent").equals("pegs")))
        .extracting(row -> row.<String>getAs("antecedent"))
        .containsExactlyInAnyOrder("p0", "p10", "p20", "p30");
    assertThat(rules).allMatch(row -> tastes(row).count() == 1);
    Row rule =
        rules.stream()
            .filter(row -> row.getAs("antecedent").equals("p0"))
            .filter(row -> row.getAs("consequent").equals("pegs"))
            .findFirst()
            .orElseThrow();
    int both = rule.getAs("basket_count");
    int with = rule.getAs("antecedent_basket_count");
    assertThat(rule.<Double>getAs("confidence")).isEqualTo((double) both / with);
    assertThat(rule.<Double>getAs("confidence")).isCloseTo(.6, within(.12));
    assertThat(rule.<Double>getAs("lift_low")).isGreaterThan(1);
    assertThat(rule.<Double>getAs("q_value")).isLessThan(.05);
    assertThat(rule.<String>getAs("antecedent_names")).isEqualTo("P0");
  }

  @Test
  void everyRuleBehindAnOfferIsInTheTableOfRules() {
    List<String> known = rules.stream().map(row -> row.<String>getAs("rule_id")).toList();
    assertThat(offers.stream().filter(row -> row.getAs("source").equals("rule")))
        .isNotEmpty()
        .allMatch(row -> known.contains(row.<String>getAs("rule_id")));
  }

  @Test
  void placesOfACustomerRunFromOneAndNothingBoughtIsOffered() {
    Map<String, List<Row>> placed =
        offers.stream()
            .filter(row -> row.<Boolean>getAs("is_eligible"))
            .filter(row -> !row.getAs("source").equals("repurchase"))
            .collect(Collectors.groupingBy(row -> row.getAs("customer_id")));
    assertThat(placed.size()).isGreaterThan(CampingShop.CUSTOMERS * 8 / 10);
    placed
        .values()
        .forEach(
            rows ->
                assertThat(rows.stream().map(row -> row.<Integer>getAs("offer_rank")).sorted())
                    .first()
                    .isEqualTo(1));
    assertThat(offers.stream().map(row -> row.getAs("customer_id") + " " + row.getAs("product_id")))
        .doesNotHaveDuplicates();
  }

  @Test
  void neitherPostageNorAHugeCancelledOrderIsOfferedOrCountedAsBought() {
    assertThat(offers)
        .extracting(row -> row.<String>getAs("product_id"))
        .isNotEmpty()
        .doesNotContain("postage", "paper");
    // Who cancelled everything owns only what was kept, so offers are left for him.
    assertThat(offers.stream().filter(row -> row.getAs("customer_id").equals("Cr0")))
        .anyMatch(row -> row.<Boolean>getAs("is_eligible"));
  }

  @Test
  void whoRefusesContactHasNoPlaceOnAnyList() {
    assertThat(offers.stream().filter(row -> row.<String>getAs("customer_id").endsWith("7")))
        .isNotEmpty()
        .noneMatch(row -> row.<Boolean>getAs("is_eligible"))
        .allMatch(row -> row.getAs("offer_rank") == null && row.getAs("excluded_reason") != null);
  }

  @Test
  void aChampionFromBeforeTheWindowIsJudgedOnItBesideTheChallenger() {
    Trained.Model model = trained.model().orElseThrow();
    String older =
        model.artifactJson().replace("\"asOf\":\"2026-01-01\"", "\"asOf\":\"2025-11-01\"");
    Trained judged =
        new CrossSellTraining(night, CampingShop.AS_OF)
            .run(Optional.of(new Trained.Model("old", older, model.cardJson())));
    // The champion was in truth fitted on the held-out days, too: it cannot be beaten there.
    assertThat(judged.decision()).isEqualTo(Trained.Decision.KEPT);
    assertThat(card(judged).newProducts()).containsKey(CrossSellCard.CHAMPION);
  }

  @Test
  void fewCustomersAreRefusedWithTheNumbersAndNothingIsScored() {
    InMemoryInputs small = Purchases.inputs(CampingShop.AS_OF.toString());
    small.withCurrent("ftr_customer_churn", night.current("ftr_customer_churn").limit(40));
    Trained refused = new TrainCrossSell(7).train(small);
    small.withTrained(refused);
    assertThat(refused.decision()).isEqualTo(Trained.Decision.REFUSED);
    assertThat(refused.reason())
        .isEqualTo(
            "Cannot look for cross-sell: 40 customers, 40 of them bought on two days or more; it"
                + " needs 300 and 100, load more.");
    assertThat(new ScoreOffers().build(small).sets()).isEmpty();
  }

  /** Products are p0 to p39, ten of each taste. */
  private static Stream<Integer> tastes(Row rule) {
    return Stream.of((rule.getAs("antecedent") + " + " + rule.getAs("consequent")).split(" \\+ "))
        .filter(product -> !product.equals("pegs"))
        .map(product -> Integer.parseInt(product.substring(1)) / 10)
        .distinct();
  }

  private static CrossSellCard card(Trained outcome) {
    return Json.read(outcome.model().orElseThrow().cardJson(), CrossSellCard.class);
  }
}
