package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.offer.Fusion;
import io.clientele.models.crosssell.offer.LearntNeighbours;
import io.clientele.models.crosssell.offer.OfferModel;
import io.clientele.models.crosssell.offer.RuleOffers;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.pipeline.Trained;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The champion by the product numbers of another training, so that both can be judged alike. */
final class Champion {
  private final CrossSellArtifact artifact;
  private final int[] numbers;
  private final int items;

  private Champion(CrossSellArtifact artifact, Dictionary dictionary) {
    this.artifact = artifact;
    this.items = dictionary.size();
    this.numbers =
        artifact.items().stream().mapToInt(item -> dictionary.number(item.id())).toArray();
  }

  /** The champion as a model; empty when it has seen some of the window that judges. */
  static Optional<OfferModel> model(
      Optional<Trained.Model> champion, Dictionary dictionary, LocalDate heldOut) {
    return champion
        .map(model -> CrossSellArtifact.parse(model.artifactJson()))
        .filter(artifact -> !LocalDate.parse(artifact.asOf()).isAfter(heldOut))
        .map(artifact -> new Champion(artifact, dictionary).model());
  }

  private OfferModel model() {
    return Fusion.model(neighbours().model(), new RuleOffers(rules(), items), items);
  }

  private LearntNeighbours neighbours() {
    LearntNeighbours old = artifact.neighbours();
    int[][] neighbours = new int[items][0];
    float[][] weights = new float[items][0];
    for (int item = 0; item < old.items().length; item++) {
      if (numbers[item] >= 0) {
        int from = item;
        int[] known =
            IntStream.range(0, old.items()[from].length)
                .filter(i -> numbers[old.items()[from][i]] >= 0)
                .toArray();
        neighbours[numbers[item]] =
            Arrays.stream(known).map(i -> numbers[old.items()[from][i]]).toArray();
        float[] kept = new float[known.length];
        for (int i = 0; i < known.length; i++) {
          kept[i] = old.weights()[from][known[i]];
        }
        weights[numbers[item]] = kept;
      }
    }
    return new LearntNeighbours(new int[items], neighbours, weights, new int[items][0]);
  }

  private List<AssociationRule> rules() {
    return artifact.rules().stream()
        .filter(rule -> numbers[rule.consequent()] >= 0)
        .filter(rule -> Arrays.stream(rule.antecedent()).allMatch(item -> numbers[item] >= 0))
        .map(
            rule ->
                new AssociationRule(
                    new ItemSet(
                        Arrays.stream(rule.antecedent())
                            .map(item -> numbers[item])
                            .sorted()
                            .toArray()),
                    numbers[rule.consequent()],
                    rule.both(),
                    rule.withAntecedent(),
                    rule.withConsequent(),
                    rule.baskets()))
        .toList();
  }
}
