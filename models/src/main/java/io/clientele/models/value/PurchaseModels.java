package io.clientele.models.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All purchase models fitted on the same histories, by name, in the order of their age. */
record PurchaseModels(Map<String, ModelFit> fits) {

  static PurchaseModels of(Histories histories) {
    Map<String, ModelFit> fits = new LinkedHashMap<>();
    for (ModelFit fit :
        List.of(
            ModelFit.betaGeometric(histories, false),
            ModelFit.betaGeometric(histories, true),
            ModelFit.paretoNbd(histories))) {
      fits.put(fit.name(), fit);
    }
    return new PurchaseModels(fits);
  }

  /** Expected purchases of each customer, by model and by the plain rule. */
  Map<String, double[]> purchases(CustomerSummaries customers, double horizon) {
    Map<String, double[]> purchases = new LinkedHashMap<>();
    fits.forEach(
        (name, fit) ->
            purchases.put(
                name,
                customers.of(
                    (x, last, age) -> fit.model().expectedPurchases(x, last, age, horizon))));
    purchases.put(RateRule.NAME, RateRule.purchases(customers, horizon));
    return purchases;
  }

  /** The model by which the histories are likeliest. */
  String likeliest() {
    return fits.values().stream()
        .max(java.util.Comparator.comparingDouble(ModelFit::logLikelihood))
        .orElseThrow()
        .name();
  }
}
