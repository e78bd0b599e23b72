package io.clientele.reports.list;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.OutputFormat;
import io.clientele.reports.text.RowSink;
import io.clientele.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The churn-risk list: whom to contact first and why. Customers who refused to be contacted are
 * never on it. The same publication and options give the same bytes.
 */
public final class ChurnList {
  private final PublishedWarehouse warehouse;
  private final ChurnListOptions options;
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  private ChurnList(PublishedWarehouse warehouse, ChurnListOptions options) {
    this.warehouse = warehouse;
    this.options = options;
    options.segment().ifPresent(segment -> onlyWhere("rfm_segment", "segment", segment));
    options.region().ifPresent(region -> onlyWhere("region", "region", region));
    options.minimumValue().ifPresent(value -> only("value_at_risk >= ?", value));
  }

  /**
   * Writes the list, best first. When churn is withheld the list is empty and the summary says why.
   *
   * @throws IllegalArgumentException when no customer has the segment or region
   */
  public static ChurnListSummary write(
      PublishedWarehouse warehouse, ChurnListOptions options, Appendable out) {
    try {
      Optional<String> withheld = withheldReason(warehouse);
      if (withheld.isPresent()) {
        RowSink sink = sink(options, out);
        sink.end();
        return ChurnListSummary.withheld(warehouse.publication().asOf(), withheld.get());
      }
      ChurnList list = new ChurnList(warehouse, options);
      list.writeRows(sink(options, out));
      return list.summary();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the churn list: " + e.getMessage() + "; name another file.", e);
    }
  }

  private static Optional<String> withheldReason(PublishedWarehouse warehouse) {
    List<String[]> churn =
        warehouse.rows(
            "SELECT status, status_reason FROM rpt_model_health WHERE model_family = 'churn'",
            row -> new String[] {row.getString(1), row.getString(2)});
    if (churn.isEmpty()) {
      return Optional.of("no night has scored churn yet; run clientele nightly.");
    }
    return churn.get(0)[0].equals("withheld") ? Optional.of(churn.get(0)[1]) : Optional.empty();
  }

  private static RowSink sink(ChurnListOptions options, Appendable out) throws IOException {
    OutputFormat format = options.output().format();
    RowSink sink = format.sink(out, options.output().terminalWidth());
    sink.head(
        ListColumn.shown(ChurnColumns.ALL, format).stream()
            .map(column -> column.heading(format, options.currencyCode()))
            .toList());
    return sink;
  }

  private void onlyWhere(String column, String what, String asked) {
    String lower = asked.toLowerCase(Locale.ROOT);
    List<String> known =
        warehouse.rows(
            "SELECT DISTINCT %1$s FROM rpt_churn_call_list WHERE %1$s IS NOT NULL ORDER BY 1"
                .formatted(column),
            row -> row.getString(1));
    if (known.stream().noneMatch(value -> value.toLowerCase(Locale.ROOT).equals(lower))) {
      throw new IllegalArgumentException(
          "Cannot list the customers of %s '%s': no customer has it; did you mean %s? There are %s."
              .formatted(what, asked, Warehouse.nearest(asked, known), shortened(known)));
    }
    only("lower(%s) = ?".formatted(column), lower);
  }

  private static String shortened(List<String> known) {
    String first = String.join(", ", known.subList(0, Math.min(known.size(), 20)));
    return known.size() > 20 ? first + " and " + (known.size() - 20) + " more" : first;
  }

  private void only(String condition, Object parameter) {
    conditions.add(condition);
    parameters.add(parameter);
  }

  private void writeRows(RowSink sink) throws IOException {
    OutputFormat format = options.output().format();
    List<ListColumn> columns = ListColumn.shown(ChurnColumns.ALL, format);
    String select =
        columns.stream()
            .map(column -> column.expression(options.role(), format))
            .collect(Collectors.joining(", "));
    warehouse.each(
        "SELECT " + select + contactable(),
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
          "Cannot write the churn list: " + e.getMessage() + "; name another file.", e);
    }
  }

  private ChurnListSummary summary() {
    long withoutConsent =
        warehouse
            .first(
                "SELECT count(*) FROM rpt_churn_call_list WHERE NOT is_marketing_allowed"
                    + filter(),
                row -> row.getLong(1),
                parameters.toArray())
            .orElse(0L);
    Optional<String> grade =
        warehouse.first(
            "SELECT grade FROM rpt_model_health WHERE model_family = 'churn' AND grade IS NOT NULL",
            row -> row.getString(1));
    return warehouse
        .first(
            "SELECT count(*), count(*) FILTER (is_marketing_allowed IS NULL),"
                + " coalesce(sum(value_at_risk), 0) FROM (SELECT *"
                + contactable()
                + ")",
            row ->
                new ChurnListSummary(
                    warehouse.publication().asOf(),
                    row.getLong(1),
                    withoutConsent,
                    row.getLong(2),
                    new BigDecimal(row.getString(3)),
                    grade,
                    Optional.empty()),
            parameters.toArray())
        .orElseThrow();
  }

  private String contactable() {
    String limit = options.top().isPresent() ? " LIMIT " + options.top().getAsInt() : "";
    return " FROM rpt_churn_call_list WHERE is_marketing_allowed IS DISTINCT FROM false"
        + filter()
        + " ORDER BY list_rank"
        + limit;
  }

  private String filter() {
    return conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
  }
}
