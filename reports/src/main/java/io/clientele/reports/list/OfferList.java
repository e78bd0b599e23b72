package io.clientele.reports.list;

import io.clientele.reports.list.OfferListOptions.Kind;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Sql;
import io.clientele.reports.text.OutputFormat;
import io.clientele.reports.text.RowSink;
import io.clientele.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The list of offers: what to offer whom, and why. Customers who refused to be contacted are never
 * on it. The same publication and options give the same bytes.
 */
public final class OfferList {
  private static final String OFFERS =
      """
      SELECT o.*, p.source_customer_ids, p.full_name, p.email, p.phone, p.city, p.region, p.country,
             p.is_marketing_allowed, s.rfm_segment, v.lifetime_value,
             coalesce(d.product_name, o.product_id) AS product_name, d.category
      FROM scr_customer_offer o
      LEFT JOIN dim_customer_profile p ON p.customer_id = o.customer_id
      LEFT JOIN scr_customer_segment s
        ON s.customer_id = o.customer_id AND s.as_of_date = o.as_of_date
      LEFT JOIN scr_customer_value v
        ON v.customer_id = o.customer_id AND v.as_of_date = o.as_of_date
      LEFT JOIN dim_product d ON d.product_key = o.product_key
      WHERE o.as_of_date = """;

  private static final String MAY_BE_CONTACTED =
      "is_eligible AND is_marketing_allowed IS DISTINCT FROM false";
  private static final String REFUSED =
      "NOT is_marketing_allowed"
          + " AND (is_eligible OR excluded_reason = 'no consent to be contacted')";

  private final PublishedWarehouse warehouse;
  private final OfferListOptions options;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  private OfferList(PublishedWarehouse warehouse, OfferListOptions options) {
    this.warehouse = warehouse;
    this.options = options;
    conditions.add(
        options.kind() == Kind.REMINDERS ? "source = 'repurchase'" : "source <> 'repurchase'");
    options.filter().segment().ifPresent(value -> onlyWhere("segment", value, "rfm_segment"));
    options.filter().region().ifPresent(value -> onlyWhere("region", value, "region"));
    options
        .filter()
        .product()
        .ifPresent(value -> onlyWhere("product", value, "product_id", "product_name"));
    options
        .filter()
        .minimumValue()
        .ifPresent(
            value -> {
              conditions.add("lifetime_value >= ?");
              parameters.add(value);
            });
  }

  /**
   * Writes the list, the most valuable customers first. When offers are withheld the list is empty
   * and the summary says why.
   *
   * @throws IllegalArgumentException when no offer has the segment, region or product
   */
  public static OfferListSummary write(
      PublishedWarehouse warehouse, OfferListOptions options, Appendable out) {
    try {
      RowSink sink = sink(options, out);
      Optional<String> withheld = withheldReason(warehouse);
      if (withheld.isPresent()) {
        sink.end();
        return OfferListSummary.withheld(warehouse.publication().asOf(), withheld.get());
      }
      OfferList list = new OfferList(warehouse, options);
      list.writeRows(sink);
      return list.summary();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the offers: " + e.getMessage() + "; name another file.", e);
    }
  }

  private static Optional<String> withheldReason(PublishedWarehouse warehouse) {
    List<String[]> health =
        warehouse.rows(
            "SELECT status, status_reason FROM rpt_model_health WHERE model_family = 'crosssell'",
            row -> new String[] {row.getString(1), row.getString(2)});
    if (health.isEmpty()) {
      return Optional.of("no night has looked for offers yet; run clientele nightly.");
    }
    return health.get(0)[0].equals("withheld") ? Optional.of(health.get(0)[1]) : Optional.empty();
  }

  private static RowSink sink(OfferListOptions options, Appendable out) throws IOException {
    OutputFormat format = options.output().format();
    RowSink sink = format.sink(out, options.output().terminalWidth());
    sink.head(
        ListColumn.shown(OfferColumns.ALL, format).stream()
            .map(column -> column.heading(format, options.currencyCode()))
            .toList());
    return sink;
  }

  private void onlyWhere(String what, String asked, String... columns) {
    String lower = asked.toLowerCase(Locale.ROOT);
    List<String> known = new ArrayList<>();
    for (String column : columns) {
      known.addAll(
          warehouse.rows(
              "SELECT DISTINCT %1$s FROM (%2$s) WHERE %1$s IS NOT NULL ORDER BY 1"
                  .formatted(column, offers()),
              row -> row.getString(1)));
    }
    if (known.stream().noneMatch(value -> value.toLowerCase(Locale.ROOT).equals(lower))) {
      throw new IllegalArgumentException(
          "Cannot list the offers of %s '%s': no offer has it; did you mean %s?"
              .formatted(what, asked, Warehouse.nearest(asked, known)));
    }
    List<String> either = new ArrayList<>();
    for (String column : columns) {
      either.add("lower(%s) = ?".formatted(column));
      parameters.add(lower);
    }
    conditions.add("(" + String.join(" OR ", either) + ")");
  }

  private void writeRows(RowSink sink) throws IOException {
    OutputFormat format = options.output().format();
    List<ListColumn> columns = ListColumn.shown(OfferColumns.ALL, format);
    String select =
        columns.stream()
            .map(column -> column.expression(options.role(), format))
            .collect(Collectors.joining(", "));
    warehouse.each(
        "SELECT " + select + " FROM (" + listed() + ") ORDER BY place, offer_rank, product_id",
        row -> {
          List<Object> values = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            values.add(row.getObject(i));
          }
          pass(sink, values);
        },
        parameters.toArray());
    sink.end();
  }

  private static void pass(RowSink sink, List<Object> values) {
    try {
      sink.row(values);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the offers: " + e.getMessage() + "; name another file.", e);
    }
  }

  private OfferListSummary summary() {
    long withoutConsent =
        warehouse
            .first(
                "SELECT count(DISTINCT customer_id) FROM (%s) WHERE %s%s"
                    .formatted(offers(), REFUSED, filter()),
                row -> row.getLong(1),
                parameters.toArray())
            .orElse(0L);
    Optional<OfferListSummary.Belief> belief =
        warehouse.first(
            "SELECT grade, metric_value, baseline_value FROM rpt_model_health"
                + " WHERE model_family = 'crosssell' AND grade IS NOT NULL",
            row ->
                new OfferListSummary.Belief(row.getString(1), row.getDouble(2), row.getDouble(3)));
    return warehouse
        .first(
            "SELECT count(*), count(DISTINCT customer_id), count(DISTINCT customer_id)"
                + " FILTER (is_marketing_allowed IS NULL) FROM ("
                + listed()
                + ")",
            row ->
                new OfferListSummary(
                    warehouse.publication().asOf(),
                    row.getLong(1),
                    row.getLong(2),
                    withoutConsent,
                    row.getLong(3),
                    belief,
                    Optional.empty()),
            parameters.toArray())
        .orElseThrow();
  }

  /** Rows of the list with the customer's place on it. */
  private String listed() {
    String first =
        options.filter().product().isPresent()
            ? "score DESC, customer_id"
            : "lifetime_value DESC NULLS LAST, customer_id";
    String placed =
        "SELECT *, dense_rank() OVER (ORDER BY %s) AS place FROM (%s) WHERE %s AND offer_rank <= %d%s"
            .formatted(first, offers(), MAY_BE_CONTACTED, options.each(), filter());
    return options.top().isPresent()
        ? "SELECT * FROM (%s) WHERE place <= %d".formatted(placed, options.top().getAsInt())
        : placed;
  }

  private String offers() {
    return OFFERS + "DATE " + Sql.text(warehouse.publication().asOf().toString());
  }

  private String filter() {
    return conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
  }
}
