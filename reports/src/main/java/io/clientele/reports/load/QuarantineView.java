package io.clientele.reports.load;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Sql;
import io.clientele.warehouse.publication.PublishedTable.PublishedColumn;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Refused rows for a terminal: grouped by reason, or one by one with their address. */
public final class QuarantineView {
  /** Columns of a staging table that Clientele adds to what was delivered. */
  private static final Set<String> OF_THE_LOAD =
      Set.of(
          "source",
          "batch_id",
          "record_number",
          "byte_offset",
          "effective_at",
          "batch_effective_at",
          "is_rejected",
          "reject_reasons",
          "raw_text",
          "known_at",
          "known_at_basis");

  private final PublishedWarehouse warehouse;

  public QuarantineView(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** One line a source entity, reason and status, the most frequent first. */
  public void list(PrintWriter out) {
    List<String> lines =
        warehouse.rows(
            """
            SELECT source || ' ' || entity, reason, status, count(*), sum(amount),
                   count(*) FILTER (amount IS NULL)
            FROM (SELECT source, entity, status, amount, unnest(reasons) AS reason
                  FROM raw_quarantine)
            GROUP BY ALL ORDER BY status, count(*) DESC, 1, 2
            """,
            row ->
                "%-26s %-34s %-9s %8d %16s"
                    .formatted(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getBigDecimal(5) == null
                            ? ""
                            : "%,.2f".formatted(row.getBigDecimal(5))));
    if (lines.isEmpty()) {
      out.println("Nothing was refused.");
      return;
    }
    out.printf("%-26s %-34s %-9s %8s %16s%n", "source entity", "reason", "status", "rows", "money");
    lines.forEach(out::println);
    out.println(
        "A row with several reasons counts at each. clientele quarantine show lists the rows.");
    advice(out);
  }

  /** Commands that run as they are printed, one a source entity with open rows. */
  private void advice(PrintWriter out) {
    List<String> commands =
        warehouse.rows(
            "SELECT DISTINCT source || '.' || entity FROM raw_quarantine WHERE status = 'open'"
                + " ORDER BY 1",
            row -> "  clientele quarantine replay " + row.getString(1));
    if (!commands.isEmpty()) {
      out.println("After a fix, these take the open rows up again:");
      commands.forEach(out::println);
    }
  }

  /**
   * The rows with file, record number and byte offset.
   *
   * @param reason beginning of a reason, for example {@code missing}; empty = any
   * @param limit how many at most
   */
  public void show(String reason, int limit, PrintWriter out) {
    List<Refused> rows =
        warehouse.rows(
            """
            SELECT q.source, q.entity, b.file_name, q.record_number, q.byte_offset,
                   array_to_string(q.reasons, ', '), q.status, q.raw_text, q.batch_id
            FROM raw_quarantine q LEFT JOIN raw_batch b USING (batch_id)
            WHERE ? = '' OR len(list_filter(q.reasons, r -> starts_with(r, ?))) > 0
            ORDER BY q.source, q.entity, b.file_name, q.record_number LIMIT ?
            """,
            QuarantineView::refused,
            reason,
            reason,
            limit);
    if (rows.isEmpty()) {
      out.println("No refused row" + (reason.isEmpty() ? "." : " with a reason like " + reason));
    }
    rows.forEach(row -> out.println(row.head() + System.lineSeparator() + "    " + text(row)));
  }

  private static Refused refused(ResultSet row) throws SQLException {
    return new Refused(
        row.getString(1),
        row.getString(2),
        row.getString(9),
        row.getLong(4),
        "%s %s  %s record %d, byte %d  [%s] %s"
            .formatted(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(7),
                row.getString(6)),
        Optional.ofNullable(row.getString(8)));
  }

  /** The delivered text; of a row that was staged and refused later, the staged values. */
  private String text(Refused row) {
    return oneLine(row.delivered().or(() -> staged(row)).orElse("its text was not kept"));
  }

  private Optional<String> staged(Refused row) {
    String table = "stg_%s__%s".formatted(row.source(), row.entity());
    if (!warehouse.tableNames().contains(table)) {
      return Optional.empty();
    }
    String values =
        warehouse.table(table).columns().stream()
            .map(PublishedColumn::name)
            .filter(name -> !OF_THE_LOAD.contains(name))
            .map(name -> "%s || '=' || %s::VARCHAR".formatted(Sql.text(name), Sql.name(name)))
            .collect(Collectors.joining(", "));
    return warehouse.first(
        "SELECT concat_ws(', ', %s) FROM %s WHERE batch_id = ? AND record_number = ?"
            .formatted(values, Sql.name(table)),
        found -> "staged: " + found.getString(1),
        row.batchId(),
        row.record());
  }

  private record Refused(
      String source,
      String entity,
      String batchId,
      long record,
      String head,
      Optional<String> delivered) {}

  private static String oneLine(String raw) {
    String text = raw == null ? "" : raw.replaceAll("\\p{Cntrl}", "\u23CE");
    return text.length() > 160 ? text.substring(0, 160) + " ..." : text;
  }
}
