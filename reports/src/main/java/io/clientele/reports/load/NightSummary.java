package io.clientele.reports.load;

import io.clientele.reports.published.PublishedWarehouse;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a night on a terminal: rows in, rows refused with their money, files that could not be
 * used, the three equations of the load, customers scored, model grades.
 */
public final class NightSummary {
  private static final String SALES_LINE = "sales_line";

  private final PublishedWarehouse warehouse;
  private final String currency;
  private final FilesToLookAt files;

  public NightSummary(PublishedWarehouse warehouse, String currency) {
    this(warehouse, currency, List.of());
  }

  /**
   * A summary that misses files, too.
   *
   * @param awaited source entities for which files are expected
   */
  public NightSummary(
      PublishedWarehouse warehouse, String currency, List<FilesToLookAt.Awaited> awaited) {
    this.warehouse = warehouse;
    this.currency = currency;
    this.files = new FilesToLookAt(warehouse, awaited);
  }

  /** Prints the summary of what is published now. */
  public void print(PrintWriter out) {
    if (files.isNothingLoaded()) {
      out.println(
          "NOTHING WAS LOADED: the warehouse holds no row. Put files where clientele.yaml says, or"
              + " mend what it says; clientele doctor looks at folders, files and columns.");
    }
    List<Flow> flows = flows();
    out.println("Came in (all nights)");
    out.printf(
        "  %-26s %12s %12s %12s %12s   %s%n",
        "source entity", "landed", "staged", "quarantined", "left out", "money");
    flows.forEach(flow -> out.println(flow.line(currency)));
    refused(flows).ifPresent(line -> out.println("  " + line));
    List<String> odd = files.lines();
    if (!odd.isEmpty()) {
      out.println("Files to look at");
      odd.forEach(line -> out.println("  " + line));
    }
    List<String> overdue = overdue();
    if (!overdue.isEmpty()) {
      out.println("Silent sources");
      overdue.forEach(line -> out.println("  " + line));
    }
    out.println("Checks");
    checks(flows).forEach(check -> out.println("  " + check));
    out.println("Customers");
    out.println("  " + customers());
    out.println("Models");
    models().forEach(line -> out.println("  " + line));
  }

  /** All refused rows, as report and quarantine have them: while staging and while conforming. */
  private Optional<String> refused(List<Flow> flows) {
    Flow all = flows.stream().reduce(new Flow("", "", ""), Flow::plus);
    if (all.rows("refused") == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "Refused in all %,d rows, %,.2f %s: quarantined %,d (%,.2f %s) and, staged first, while conforming %,d (%,.2f %s)."
            .formatted(
                all.rows("quarantined") + all.rows("refused"),
                all.money("quarantined").add(all.money("refused")),
                currency,
                all.rows("quarantined"),
                all.money("quarantined"),
                currency,
                all.rows("refused"),
                all.money("refused"),
                currency));
  }

  private List<String> overdue() {
    return warehouse.rows(
        "SELECT source, entity, newest_delivery_on::VARCHAR, usual_gap_days FROM rpt_load_summary"
            + " WHERE is_overdue ORDER BY source, entity",
        row ->
            "%s %s: nothing since %s, usually a file at least every %d days; ask whoever delivers it."
                .formatted(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)));
  }

  /** The equations landed = staged + quarantined, staged = loaded + ..., fact = loaded + .... */
  List<String> checks(List<Flow> flows) {
    List<String> lines = new ArrayList<>();
    long landed = flows.stream().mapToLong(flow -> flow.rows("landed")).sum();
    long staged = flows.stream().mapToLong(flow -> flow.rows("staged")).sum();
    long refused = flows.stream().mapToLong(flow -> flow.rows("quarantined")).sum();
    long filtered = flows.stream().mapToLong(flow -> flow.rows("filtered")).sum();
    lines.add(
        verdict(landed == staged + refused + filtered)
            + "landed %,d = staged %,d + quarantined %,d rows%s"
                .formatted(
                    landed,
                    staged,
                    refused,
                    filtered == 0 ? "" : " + %,d left out by where".formatted(filtered)));
    Flow sales = flows.stream().filter(Flow::isSales).reduce(new Flow("", "", ""), Flow::plus);
    long parts =
        sales.rows("loaded")
            + sales.rows("repeated")
            + sales.rows("replaced")
            + sales.rows("refused");
    lines.add(
        verdict(sales.rows("staged") == parts)
            + "sales lines staged %,d = loaded %,d + repeated %,d + replaced %,d + refused %,d"
                .formatted(
                    sales.rows("staged"),
                    sales.rows("loaded"),
                    sales.rows("repeated"),
                    sales.rows("replaced"),
                    sales.rows("refused")));
    lines.add(facts(sales));
    return lines;
  }

  private String facts(Flow sales) {
    Amount fact =
        warehouse
            .first(
                "SELECT count(*), coalesce(sum(line_amount), 0) FROM fct_sales",
                row -> new Amount(row.getLong(1), row.getBigDecimal(2)))
            .orElse(new Amount(0, BigDecimal.ZERO));
    long expected = sales.rows("loaded") + sales.rows("resolved") - sales.rows("removed");
    BigDecimal money =
        sales.money("loaded").add(sales.money("resolved")).subtract(sales.money("removed"));
    return verdict(fact.rows == expected && fact.money.compareTo(money) == 0)
        + "facts %,d (%,.2f %s) = loaded + resolved %,d - removed %,d (%,.2f %s)"
            .formatted(
                fact.rows,
                fact.money,
                currency,
                sales.rows("resolved"),
                sales.rows("removed"),
                money,
                currency);
  }

  private static String verdict(boolean holds) {
    return holds ? "ok    " : "WRONG ";
  }

  private String customers() {
    return warehouse
        .first(
            """
            SELECT (SELECT count(DISTINCT customer_id) FROM brg_customer_record),
                   (SELECT count(*) FROM brg_customer_record),
                   (SELECT count(DISTINCT customer_id) FROM brg_customer_record
                     WHERE customer_record_id IN
                       (SELECT customer_record_id FROM fct_sales WHERE is_purchase)),
                   (SELECT count(*) FROM rpt_churn_call_list),
                   (SELECT count(*) FILTER (customer_record_id IS NULL) FROM fct_sales)
            """,
            row ->
                "%,d known in %,d records, %,d bought, %,d scored for churn; %,d anonymous sales lines"
                    .formatted(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
        .orElse("");
  }

  private List<String> models() {
    return warehouse.rows(
        "SELECT model_family, status, status_reason, grade, metric_name, metric_value,"
            + " baseline_name, baseline_value FROM rpt_model_health ORDER BY model_family",
        row -> {
          String grade = row.getString(4) == null ? "" : ", grade " + row.getString(4);
          String metric =
              row.getString(5) == null || row.getString(7) == null
                  ? ""
                  : ", %s %.3f against %.3f of %s"
                      .formatted(
                          row.getString(5), row.getDouble(6), row.getDouble(8), row.getString(7));
          return row.getString(1)
              + ": "
              + row.getString(2)
              + grade
              + metric
              + ". "
              + row.getString(3);
        });
  }

  private List<Flow> flows() {
    Map<String, Flow> flows = new LinkedHashMap<>();
    warehouse.each(
        "SELECT source, entity, canonical_entity, outcome, row_count, amount,"
            + " unreadable_amount_count FROM rpt_load_summary WHERE outcome <> 'fact' ORDER BY source, entity, outcome",
        row -> {
          String name = row.getString(1) + " " + row.getString(2);
          if (!flows.containsKey(name)) {
            flows.put(name, new Flow(row.getString(1), row.getString(2), row.getString(3)));
          }
          flows
              .get(name)
              .put(row.getString(4), row.getLong(5), row.getBigDecimal(6), row.getLong(7));
        });
    return List.copyOf(flows.values());
  }

  private record Amount(long rows, BigDecimal money) {}

  /** Rows and money of one source entity by outcome. */
  static final class Flow {
    private final String source;
    private final String entity;
    private final String canonical;
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final Map<String, BigDecimal> money = new LinkedHashMap<>();
    private final Map<String, Long> unreadable = new LinkedHashMap<>();

    Flow(String source, String entity, String canonical) {
      this.source = source;
      this.entity = entity;
      this.canonical = canonical;
    }

    void put(String outcome, long count, BigDecimal amount, long unread) {
      rows.merge(outcome, count, Long::sum);
      money.merge(outcome, amount == null ? BigDecimal.ZERO : amount, BigDecimal::add);
      unreadable.merge(outcome, unread, Long::sum);
    }

    Flow plus(Flow other) {
      Flow sum = new Flow("", "", SALES_LINE);
      for (Flow part : List.of(this, other)) {
        part.rows.forEach(
            (outcome, count) ->
                sum.put(
                    outcome,
                    count,
                    part.money(outcome),
                    part.unreadable.getOrDefault(outcome, 0L)));
      }
      return sum;
    }

    boolean isSales() {
      return canonical.equals(SALES_LINE);
    }

    long rows(String outcome) {
      return rows.getOrDefault(outcome, 0L);
    }

    BigDecimal money(String outcome) {
      return money.getOrDefault(outcome, BigDecimal.ZERO);
    }

    String line(String currency) {
      List<String> amounts = new ArrayList<>();
      if (isSales()) {
        amount("quarantined", "quarantined", currency).ifPresent(amounts::add);
        amount("filtered", "left out", currency).ifPresent(amounts::add);
        amount("refused", "refused while conforming", currency).ifPresent(amounts::add);
      }
      return "  %-26s %,12d %,12d %,12d %,12d   %s"
          .formatted(
              source + " " + entity,
              rows("landed"),
              rows("staged"),
              rows("quarantined"),
              rows("filtered"),
              String.join("; ", amounts))
          .stripTrailing();
    }

    /** Money of an outcome, or what of it cannot be read; empty = no such row. */
    private Optional<String> amount(String outcome, String words, String currency) {
      long unread = unreadable.getOrDefault(outcome, 0L);
      if (rows(outcome) == 0) {
        return Optional.empty();
      }
      if (unread == rows(outcome)) {
        return Optional.of(words + ": amount cannot be read");
      }
      return Optional.of(
          "%,.2f %s %s%s"
              .formatted(
                  money(outcome),
                  currency,
                  words,
                  unread == 0 ? "" : ", of %,d rows the amount cannot be read".formatted(unread)));
    }
  }
}
