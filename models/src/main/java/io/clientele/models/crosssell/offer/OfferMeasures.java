package io.clientele.models.crosssell.offer;

/**
 * How well ranked offers met what was then bought; each 0–1, higher is better.
 *
 * @param hit share of customers with at least one hit among their offers
 * @param ndcg discounted gain over the best possible order
 * @param recall share of what was bought that was offered, mean over customers
 * @param coverage share of the catalogue that was offered to anybody
 * @param customers customers judged
 */
public record OfferMeasures(
    double hit, double ndcg, double recall, double coverage, long customers) {}
