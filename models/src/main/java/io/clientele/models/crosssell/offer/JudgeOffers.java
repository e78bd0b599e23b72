package io.clientele.models.crosssell.offer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Compares offer models on what customers bought after the split; all in one pass. */
public final class JudgeOffers {
  /** Offers a customer is shown. */
  public static final int SHOWN = 10;

  private JudgeOffers() {}

  /**
   * Judges every customer with something bought before and after the split.
   *
   * @param newOnly whether only items count, and are offered, that the customer did not have
   */
  public static Map<String, OfferMeasures> judge(
      Histories histories, Map<String, OfferModel> models, boolean newOnly) {
    ArrayList<OfferModel> ordered = new ArrayList<>(models.values());
    Broadcast<ArrayList<OfferModel>> shared = histories.context().broadcast(ordered);
    int items = histories.dictionary().size();
    try {
      List<ArrayList<OfferTally>> parts =
          histories
              .customers()
              .mapPartitions(
                  customers ->
                      List.of(tallies(customers, shared.value(), items, newOnly)).iterator())
              .collect();
      Map<String, OfferMeasures> measures = new LinkedHashMap<>();
      int index = 0;
      for (String name : models.keySet()) {
        int model = index++;
        OfferTally sum =
            parts.stream().map(part -> part.get(model)).reduce(new OfferTally(), OfferTally::plus);
        measures.put(name, sum.measures(items));
      }
      return measures;
    } finally {
      shared.unpersist(false);
    }
  }

  private static ArrayList<OfferTally> tallies(
      Iterator<Tuple2<String, byte[]>> customers,
      List<OfferModel> models,
      int items,
      boolean newOnly) {
    ArrayList<OfferTally> tallies = new ArrayList<>();
    models.forEach(model -> tallies.add(new OfferTally()));
    Scores scores = new Scores(items);
    while (customers.hasNext()) {
      History history = History.of(customers.next()._2());
      int[] truth = newOnly ? history.firstBoughtLater() : history.later();
      if (history.owned().length > 0 && truth.length > 0) {
        IntPredicate isAllowed = item -> !newOnly || !history.owns(item);
        for (int model = 0; model < models.size(); model++) {
          models.get(model).score(history.owned(), history.times(), scores);
          tallies.get(model).add(scores.top(SHOWN, isAllowed), truth, SHOWN);
          scores.clear();
        }
      }
    }
    return tallies;
  }
}
