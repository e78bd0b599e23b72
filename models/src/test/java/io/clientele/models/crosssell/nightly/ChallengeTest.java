package io.clientele.models.crosssell.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.crosssell.offer.OfferMeasures;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private static Backtest backtest(Map<String, Double> hits) {
    Map<String, OfferMeasures> measures =
        hits.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, each -> new OfferMeasures(each.getValue(), 0, 0, 0, 1200)));
    return new Backtest(measures, Map.of(), Map.of());
  }

  @Test
  void theFirstModelScoresAndSaysWhatItIsWorth() {
    Challenge first =
        Challenge.decide(
            backtest(Map.of(CrossSellCard.OFFERS, .25, CrossSellCard.POPULARITY, .3)), false);
    assertThat(first)
        .isEqualTo(
            new Challenge(
                true,
                "the first model of the family: 25.0 % of 1,200 customers then bought one of ten"
                    + " offers new to them, of ten best-sellers 30.0 %"));
  }

  @Test
  void aChampionThatSawTheWindowGivesWayToNewerBasketsUnlessTheyAreUseless() {
    assertThat(
            Challenge.decide(
                    backtest(Map.of(CrossSellCard.OFFERS, .4, CrossSellCard.POPULARITY, .3)), true)
                .isPromoted())
        .isTrue();
    Challenge useless =
        Challenge.decide(
            backtest(Map.of(CrossSellCard.OFFERS, .3, CrossSellCard.POPULARITY, .3)), true);
    assertThat(useless.isPromoted()).isFalse();
    assertThat(useless.reason()).startsWith("the champion goes on");
  }

  @Test
  void aChampionFromBeforeTheWindowStaysUnlessItIsBeaten() {
    Map<String, Double> hits =
        Map.of(CrossSellCard.OFFERS, .4, CrossSellCard.POPULARITY, .3, CrossSellCard.CHAMPION, .41);
    assertThat(Challenge.decide(backtest(hits), true).isPromoted()).isFalse();
    hits =
        Map.of(CrossSellCard.OFFERS, .4, CrossSellCard.POPULARITY, .3, CrossSellCard.CHAMPION, .39);
    assertThat(Challenge.decide(backtest(hits), true).isPromoted()).isTrue();
  }
}
