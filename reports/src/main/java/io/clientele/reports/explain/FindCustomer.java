package io.clientele.reports.explain;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.warehouse.Warehouse;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the customer that somebody means. */
final class FindCustomer {
  private static final String BY_ID =
      "SELECT DISTINCT customer_id FROM brg_customer_record WHERE customer_id = ? OR customer_record_id = ?";
  private static final String BY_FORMER_ID =
      "SELECT DISTINCT customer_id FROM brg_customer_record WHERE customer_record_id IN"
          + " (SELECT customer_record_id FROM brg_customer_ledger"
          + " WHERE from_customer_id = ? AND event = 'merged')";
  private static final String BY_NUMBER =
      "SELECT customer_id, source || ':' || source_customer_id FROM brg_customer_record"
          + " WHERE source_customer_id = ? ORDER BY 2";
  private static final String BY_SOURCE_AND_NUMBER =
      "SELECT DISTINCT customer_id FROM brg_customer_record"
          + " WHERE lower(source) = lower(?) AND source_customer_id = ?";

  private final PublishedWarehouse warehouse;

  FindCustomer(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * @return the durable customer id
   * @throws IllegalArgumentException when nobody or more than one customer is meant
   */
  String idOf(String typed) {
    List<String> byId = warehouse.rows(BY_ID, row -> row.getString(1), typed, typed);
    if (!byId.isEmpty()) {
      return byId.get(0);
    }
    List<String> byFormerId = warehouse.rows(BY_FORMER_ID, row -> row.getString(1), typed);
    if (byFormerId.size() == 1) {
      return byFormerId.get(0);
    }
    List<Match> byNumber =
        warehouse.rows(BY_NUMBER, row -> new Match(row.getString(1), row.getString(2)), typed);
    List<String> customers = byNumber.stream().map(Match::customerId).distinct().toList();
    if (customers.size() > 1) {
      throw new IllegalArgumentException(
          "Cannot explain customer %s: %d customers have that number; name one of %s."
              .formatted(
                  typed,
                  customers.size(),
                  byNumber.stream().map(Match::address).collect(Collectors.joining(", "))));
    }
    return customers.isEmpty() ? bySourceAndNumber(typed) : customers.get(0);
  }

  private String bySourceAndNumber(String typed) {
    int colon = typed.indexOf(':');
    if (colon > 0) {
      String source = typed.substring(0, colon);
      List<String> found =
          warehouse.rows(
              BY_SOURCE_AND_NUMBER, row -> row.getString(1), source, typed.substring(colon + 1));
      if (!found.isEmpty()) {
        return found.get(0);
      }
      refuseUnknownSource(typed, source);
    }
    throw new IllegalArgumentException(
        "Cannot explain customer %s: no customer id and no number in a source is like that; %s."
            .formatted(typed, nextMove(typed)));
  }

  private void refuseUnknownSource(String typed, String source) {
    List<String> sources =
        warehouse.rows(
            "SELECT DISTINCT source FROM brg_customer_record ORDER BY source",
            row -> row.getString(1));
    if (sources.stream().noneMatch(source::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "Cannot explain customer %s: there is no source %s; did you mean %s?"
              .formatted(typed, source, Warehouse.nearest(source, sources)));
    }
  }

  private String nextMove(String typed) {
    String number = typed.substring(typed.indexOf(':') + 1);
    List<String> alike =
        warehouse.rows(
            "SELECT source || ':' || source_customer_id FROM brg_customer_record"
                + " ORDER BY levenshtein(source_customer_id, ?), source, source_customer_id LIMIT 3",
            row -> row.getString(1),
            number);
    return alike.isEmpty()
        ? "the warehouse has no customers yet: run clientele nightly"
        : "the nearest numbers are " + String.join(", ", alike);
  }

  private record Match(String customerId, String address) {}
}
