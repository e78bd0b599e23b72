package io.clientele.models.crosssell.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.clientele.models.crosssell.nightly.CrossSellArtifact.Item;
import io.clientele.models.crosssell.offer.LearntNeighbours;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferMakerTest {
  private static final int TODAY = day("2026-03-01");

  /**
   * 0 tent, 1 pegs, 2 stove, 3 gas, 4 lamp (no longer sold), 5 salt (no neighbours). Rules: tent →
   * pegs (40 of 100), tent and stove → gas (17 of 50). Histories: buyers of the tent also have the
   * stove (30 of 120) and the lamp (24).
   */
  private static final CrossSellArtifact CAMPING =
      new CrossSellArtifact(
          "2026-03-01",
          "2024-03-01",
          List.of(
              new Item("T", "Tent", true),
              new Item("P", "Pegs", true),
              new Item("S", "Stove", true),
              new Item("G", "Gas", true),
              new Item("L", "Lamp", false),
              new Item("X", "Salt", true)),
          new LearntNeighbours(
              new int[] {120, 60, 50, 40, 30, 90},
              new int[][] {{2, 4}, {0}, {0, 3}, {2}, {}, {}},
              new float[][] {{.3f, .2f}, {.1f}, {.2f, .1f}, {.1f}, {}, {}},
              new int[][] {{30, 24}, {45}, {30, 9}, {9}, {}, {}}),
          List.of(
              rule("tent-pegs", new int[] {0}, 1, 40, 100),
              rule("both-gas", new int[] {0, 2}, 3, 17, 50)));

  private static MinedRule rule(String id, int[] antecedent, int consequent, int both, int with) {
    return new MinedRule(id, antecedent, consequent, both, with, 80, 1000, 8, 1e-9, 1e-8, true);
  }

  private static int day(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }

  private static Owned once(String item, String date) {
    return new Owned(item, 1, 1, day(date), day(date));
  }

  private static List<OfferRow> offers(Owned... history) {
    return new OfferMaker(CAMPING).of(List.of(history), false, TODAY);
  }

  private static OfferRow row(List<OfferRow> rows, String item) {
    return rows.stream().filter(row -> row.item().equals(item)).findFirst().orElseThrow();
  }

  @Test
  void rulesAndHistoriesAreRankedTogetherWithTheirEvidenceInWords() {
    List<OfferRow> rows = offers(once("T", "2026-02-01"), once("S", "2026-02-02"));
    // Gas: first by histories is the lamp (.2), then gas (.1); first by rules the pegs (.4), then
    // gas (.34). Gas: 1/62 + 1/62, pegs: 1/61, lamp: 1/61 and no longer sold.
    assertThat(rows)
        .extracting(OfferRow::item, row -> row.rank().orElse(0), OfferRow::source)
        .startsWith(tuple("G", 1, "rule"), tuple("P", 2, "rule"), tuple("L", 0, "similar_product"));
    assertThat(row(rows, "G").score()).isEqualTo(1 / 62.0 + 1 / 62.0);
    assertThat(row(rows, "G").evidence())
        .isEqualTo("bought Tent and Stove; 34 % of baskets with both hold Gas, too");
    assertThat(row(rows, "P").evidence())
        .isEqualTo("bought Tent; 40 % of baskets with it hold Pegs, too");
    assertThat(row(rows, "P").ruleId()).contains("tent-pegs");
  }

  @Test
  void anOfferWithoutARuleSaysHowManyBuyersHadBoth() {
    assertThat(row(offers(once("T", "2026-02-01")), "S"))
        .satisfies(
            row -> {
              assertThat(row.source()).isEqualTo("similar_product");
              assertThat(row.ruleId()).isEmpty();
              assertThat(row.evidence())
                  .isEqualTo("bought Tent; 30 of the 120 customers who did bought Stove, too");
            });
  }

  @Test
  void whatIsTakenOffKeepsItsReasonAndHasNoPlace() {
    List<OfferRow> rows = offers(once("T", "2026-02-01"), once("S", "2026-02-02"));
    assertThat(rows)
        .filteredOn(row -> row.excluded().isPresent())
        .allMatch(row -> row.rank().isEmpty())
        .extracting(OfferRow::item, row -> row.excluded().orElseThrow(), OfferRow::evidence)
        .containsExactlyInAnyOrder(
            tuple(
                "L",
                "not sold lately",
                "bought Tent; 24 of the 120 customers who did bought Lamp, too"),
            tuple("S", "already bought", "bought on 2 February 2026"),
            tuple("T", "already bought", "bought on 1 February 2026"));
  }

  @Test
  void whoRefusesContactIsOfferedNothingButSeesWhatItWouldBe() {
    List<OfferRow> rows = new OfferMaker(CAMPING).of(List.of(once("T", "2026-02-01")), true, TODAY);
    assertThat(rows).isNotEmpty().allMatch(row -> row.excluded().isPresent());
    assertThat(row(rows, "P").excluded()).contains("no consent to be contacted");
    assertThat(row(rows, "L").excluded()).contains("not sold lately");
  }

  @Test
  void aProductWithARhythmIsAReminderOnItsDayAndNoOffer() {
    // Four days from 1 November to 30 January: 90 days, every 30; due on 1 March.
    List<OfferRow> rows = offers(new Owned("G", 5, 4, day("2025-11-01"), day("2026-01-30")));
    OfferRow gas = row(rows, "G");
    assertThat(gas.source()).isEqualTo("repurchase");
    assertThat(gas.rank()).hasValue(1);
    assertThat(gas.dueDay()).hasValue(day("2026-03-01"));
    assertThat(gas.evidence())
        .isEqualTo("bought on 4 days, every 30 days on average, last on 30 January 2026");
    assertThat(rows.stream().filter(row -> row.item().equals("G"))).hasSize(1);
  }

  @Test
  void aRhythmThatBrokeLongAgoOrIsNotDueYetRemindsOfNothing() {
    Owned broken = new Owned("G", 3, 3, day("2025-01-01"), day("2025-03-02"));
    Owned later = new Owned("X", 3, 3, day("2025-01-01"), day("2026-02-20"));
    assertThat(offers(broken, later)).noneMatch(row -> row.source().equals("repurchase"));
  }

  @Test
  void productsThatTheModelDoesNotKnowLeaveTheOthersAsTheyAre() {
    assertThat(offers(once("?", "2026-02-01"), once("T", "2026-02-01")))
        .isEqualTo(offers(once("T", "2026-02-01")));
  }

  @Test
  void theModelIsTheSameAfterItWasWrittenAndRead() {
    CrossSellArtifact read = CrossSellArtifact.parse(CAMPING.toJson());
    Owned tent = once("T", "2026-02-01");
    assertThat(new OfferMaker(read).of(List.of(tent), false, TODAY)).isEqualTo(offers(tent));
    assertThat(read.toJson()).isEqualTo(CAMPING.toJson());
    assertThat(Optional.of(read.rules().get(0).rule().confidence())).contains(.4);
  }
}
