package io.clientele.reports.segment;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.ChurnFacts.Counted;
import io.clientele.reports.segment.OfferFacts.Offered;
import io.clientele.reports.segment.OfferFacts.Rule;
import java.util.List;

/** What the report says about what to offer. */
final class ReadOffers {
  private static final String COUNTS =
      """
      SELECT count(*) FILTER (source <> 'repurchase'),
             count(DISTINCT customer_id) FILTER (source <> 'repurchase'),
             count(*) FILTER (source = 'repurchase')
      FROM scr_customer_offer WHERE is_eligible AND as_of_date = ?::DATE""";
  private static final String PRODUCTS =
      """
      SELECT coalesce(any_value(d.product_name), o.product_id), coalesce(any_value(d.category), ''),
             count(*), count(*) FILTER (source = 'rule')
      FROM scr_customer_offer o LEFT JOIN dim_product d ON d.product_key = o.product_key
      WHERE is_eligible AND source <> 'repurchase' AND as_of_date = ?::DATE
      GROUP BY o.product_id ORDER BY count(*) DESC, o.product_id LIMIT 10""";
  private static final String RULES =
      """
      SELECT antecedent_names, consequent_name, basket_count, confidence, lift_low
      FROM scr_association_rule
      ORDER BY basket_count * (1 - 1 / size_adjusted_lift) DESC, rule_id LIMIT 10""";
  private static final String TAKEN_OFF =
      """
      SELECT excluded_reason, count(*) FROM scr_customer_offer
      WHERE NOT is_eligible AND as_of_date = ?::DATE GROUP BY 1 ORDER BY 2 DESC, 1""";

  private ReadOffers() {}

  static OfferFacts facts(PublishedWarehouse warehouse) {
    String asOf = warehouse.publication().asOf().toString();
    long[] counts =
        warehouse
            .first(COUNTS, row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}, asOf)
            .orElse(new long[3]);
    return new OfferFacts(
        ReadHealth.of(warehouse, "crosssell"),
        counts[0],
        counts[1],
        counts[2],
        warehouse.rows(
            PRODUCTS,
            row -> new Offered(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
            asOf),
        rules(warehouse),
        warehouse.rows(TAKEN_OFF, row -> new Counted(row.getString(1), row.getLong(2)), asOf));
  }

  private static List<Rule> rules(PublishedWarehouse warehouse) {
    return warehouse.rows(
        RULES,
        row ->
            new Rule(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getDouble(4),
                row.getDouble(5)));
  }
}
