package io.clientele.models.value;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All purchase models fitted on the same histories, by name, in the order of their age. */
record PurchaseModels(Map<String, ModelFit> fits) {

  static PurchaseModels of(Histories histories) {
    Map<String, ModelFit> fits = new LinkedHashMap<>();
    for (String name : List.of("bg_nbd", "mbg_nbd", "pareto_nbd")) {
      fits.put(name, ModelFit.of(name, histories));
    }
    return new PurchaseModels(fits);
  }

  /** Expected purchases of each customer, by model. */
  Map<String, double[]> purchases(CustomerSummaries customers, double horizon) {
    Map<String, double[]> purchases = new LinkedHashMap<>();
    fits.forEach(
        (name, fit) ->
            purchases.put(
                name,
                customers.of(
                    (x, last, age) -> fit.model().expectedPurchases(x, last, age, horizon))));
    return purchases;
  }

  /** The model by which the histories are likeliest. */
  ModelFit likeliestFit() {
    return fits.values().stream()
        .max(Comparator.comparingDouble(ModelFit::logLikelihood))
        .orElseThrow();
  }
}
