package io.clientele.models.crosssell.nightly;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Offers of the customers of a partition; the model is read once for all of them. */
final class MakeOffers implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** What it yields; days are counted since 1970. */
  static final StructType OFFERS =
      StructType.fromDDL(
          "customer_id string, as_of_day int, product_id string, offer_rank int, score double,"
              + " source string, rule_id string, evidence_text string, due_day int,"
              + " excluded_reason string");

  private final String artifactJson;

  MakeOffers(String artifactJson) {
    this.artifactJson = artifactJson;
  }

  /** Rows of customer, as-of day, whether contact is refused, and the history. */
  @Override
  public Iterator<Row> call(Iterator<Row> customers) {
    if (!customers.hasNext()) {
      return List.<Row>of().iterator();
    }
    OfferMaker maker = new OfferMaker(CrossSellArtifact.parse(artifactJson));
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(customers, 0), false)
        .flatMap(customer -> rows(maker, customer).stream())
        .iterator();
  }

  private static List<Row> rows(OfferMaker maker, Row customer) {
    int today = customer.getInt(1);
    List<Owned> history = new ArrayList<>();
    for (Row each : customer.<Row>getList(3)) {
      history.add(
          new Owned(
              each.getString(0), each.getInt(1), each.getInt(2), each.getInt(3), each.getInt(4)));
    }
    return maker.of(history, customer.getBoolean(2), today).stream()
        .map(
            row ->
                RowFactory.create(
                    customer.getString(0),
                    today,
                    row.item(),
                    boxed(row.rank()),
                    row.score(),
                    row.source(),
                    row.ruleId().orElse(null),
                    row.evidence(),
                    boxed(row.dueDay()),
                    row.excluded().orElse(null)))
        .toList();
  }

  private static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
