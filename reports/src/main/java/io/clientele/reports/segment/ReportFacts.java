package io.clientele.reports.segment;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.warehouse.publication.Publication;
import java.math.BigDecimal;
import java.util.List;

/**
 * All numbers of one report, read once.
 *
 * @param segments every kind of segment, by money
 * @param clusters segments found in the data
 * @param sales the newest fourteen months by channel
 * @param operations cases, opportunities, payments
 */
record ReportFacts(
    Publication publication,
    List<SegmentRow> segments,
    ClusterFacts clusters,
    ChurnFacts churn,
    ValueFacts value,
    OfferFacts offers,
    List<SalesMonth> sales,
    OperationFacts operations,
    DataFacts data) {

  static ReportFacts read(PublishedWarehouse warehouse) {
    return new ReportFacts(
        warehouse.publication(),
        ReadSegments.rows(warehouse),
        ReadClusters.facts(warehouse),
        ReadChurn.facts(warehouse),
        ReadValue.facts(warehouse),
        ReadOffers.facts(warehouse),
        ReadSegments.sales(warehouse),
        ReadOperations.facts(warehouse),
        ReadData.facts(warehouse));
  }

  List<SegmentRow> segments(String kind) {
    return segments.stream().filter(row -> row.kind().equals(kind)).toList();
  }

  long customers() {
    return segments("rfm_segment").stream().mapToLong(SegmentRow::customers).sum();
  }

  BigDecimal spend() {
    return segments("rfm_segment").stream()
        .map(SegmentRow::spend)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Customers whose risk of leaving is high or very high. */
  long customersAtHighRisk() {
    return segments("risk_band").stream()
        .filter(row -> row.name().endsWith("high"))
        .mapToLong(SegmentRow::customers)
        .sum();
  }
}
