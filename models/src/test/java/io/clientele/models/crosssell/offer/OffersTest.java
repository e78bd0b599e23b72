package io.clientele.models.crosssell.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.testkit.TestSpark;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OffersTest {
  private static final Dictionary ITEMS = new Dictionary(List.of("tea", "milk", "jam", "salt"));
  private static Histories histories;

  /**
   * Until May: ann tea, milk; bob tea, milk, jam; cid tea, jam. From May: ann jam, tea; cid salt.
   */
  @BeforeAll
  static void shop() {
    Dataset<Row> lines =
        TestSpark.session()
            .sql(
                """
                select customer, basket, item, to_date(day) as day from values
                  ('ann', 'a1', 'tea', '2026-01-01'), ('ann', 'a1', 'milk', '2026-01-01'),
                  ('ann', 'a2', 'tea', '2026-02-01'), ('ann', 'a3', 'jam', '2026-05-01'),
                  ('ann', 'a3', 'tea', '2026-05-01'),
                  ('bob', 'b1', 'tea', '2026-01-01'), ('bob', 'b1', 'milk', '2026-01-01'),
                  ('bob', 'b1', 'jam', '2026-01-01'),
                  ('cid', 'c1', 'tea', '2026-01-01'), ('cid', 'c1', 'jam', '2026-01-01'),
                  ('cid', 'c2', 'salt', '2026-05-02'),
                  (null, 'x1', 'tea', '2026-01-01')
                as t(customer, basket, item, day)\
                """);
    histories = Histories.of(lines, ITEMS, LocalDate.parse("2026-05-01"));
  }

  @AfterAll
  static void close() {
    histories.close();
  }

  @Test
  void the_gram_matrix_counts_histories_before_the_split() {
    GramMatrix gram = GramMatrix.of(histories, 4);
    assertThat(List.of(gram.buyers(0), gram.buyers(1), gram.buyers(2), gram.buyers(3)))
        .containsExactly(3, 2, 2, 0);
    assertThat(gram.count(0, 1)).isEqualTo(2);
    assertThat(gram.count(2, 0)).isEqualTo(2);
    assertThat(gram.count(1, 2)).isEqualTo(1);
  }

  @Test
  void ease_weights_are_those_of_the_closed_form() {
    // G + I = [[4, 2], [2, 3]]; its inverse is [[3, -2], [-2, 4]] / 8, so
    // B(tea, milk) = 2/8 / (4/8) = 1/2 and B(milk, tea) = 2/8 / (3/8) = 2/3.
    Neighbours ease = Ease.fit(GramMatrix.of(histories, 2), 1, 5);
    Scores scores = new Scores(2);
    ease.score(new int[] {0}, new int[] {1}, scores);
    assertThat(scores.of(1)).isCloseTo(.5, within(1e-7));
    scores.clear();
    ease.score(new int[] {1}, new int[] {1}, scores);
    assertThat(scores.of(0)).isCloseTo(2 / 3.0, within(1e-7));
  }

  @Test
  void offers_are_judged_on_new_products_and_on_all() {
    Map<String, OfferModel> models =
        Map.of("favourites", PlainOffers.ownFavourites(), "jam", new AlwaysJam());
    Map<String, OfferMeasures> fresh = JudgeOffers.judge(histories, models, true);
    // ann buys jam, cid salt: jam is right for one of two, favourites are never new.
    assertThat(fresh.get("jam")).isEqualTo(new OfferMeasures(.5, .5, .5, .25, 2));
    assertThat(fresh.get("favourites")).isEqualTo(new OfferMeasures(0, 0, 0, 0, 2));
    Map<String, OfferMeasures> all = JudgeOffers.judge(histories, models, false);
    // ann's tea is right, her jam is not offered: gain 1 of 1 + 1 / log2(3).
    assertThat(all.get("favourites").ndcg())
        .isCloseTo(1 / (1 + Math.log(2) / Math.log(3)) / 2, within(1e-12));
    assertThat(all.get("favourites").recall()).isCloseTo(.25, within(1e-12));
  }

  /** Offers jam to everybody. */
  private static final class AlwaysJam implements OfferModel {
    private static final long serialVersionUID = 1L;

    @Override
    public void score(int[] owned, int[] times, Scores scores) {
      scores.add(2, 1, 0);
    }
  }

  @Test
  void a_rule_offers_its_consequent_when_its_whole_antecedent_is_owned() {
    OfferModel rules =
        new RuleOffers(
            List.of(
                new AssociationRule(new ItemSet(0, 1), 2, 3, 4, 5, 10),
                new AssociationRule(new ItemSet(0), 2, 1, 5, 5, 10)),
            4);
    Scores scores = new Scores(4);
    rules.score(new int[] {0, 1}, new int[] {1, 1}, scores);
    assertThat(scores.of(2)).isEqualTo(.75);
    assertThat(scores.because(2)).isZero();
    scores.clear();
    rules.score(new int[] {0}, new int[] {1}, scores);
    assertThat(scores.of(2)).isEqualTo(.2);
    assertThat(scores.because(2)).isEqualTo(1);
  }

  @Test
  void the_best_come_first_and_equal_ones_by_number() {
    Scores scores = new Scores(6);
    for (int item : new int[] {5, 3, 1, 4}) {
      scores.add(item, item == 4 ? 2 : 1, item);
    }
    assertThat(scores.top(3, item -> item != 1)).containsExactly(4, 3, 5);
  }
}
