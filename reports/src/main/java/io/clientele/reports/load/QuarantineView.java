package io.clientele.reports.load;

import io.clientele.reports.published.PublishedWarehouse;
import java.io.PrintWriter;
import java.util.List;

/** Refused rows for a terminal: grouped by reason, or one by one with their address. */
public final class QuarantineView {
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
        "A row with several reasons counts at each. clientele quarantine show lists the rows;"
            + " after a fix, clientele quarantine replay takes them up again.");
  }

  /**
   * The rows with file, record number and byte offset.
   *
   * @param reason beginning of a reason, for example {@code missing}; empty = any
   * @param limit how many at most
   */
  public void show(String reason, int limit, PrintWriter out) {
    List<String> rows =
        warehouse.rows(
            """
            SELECT q.source || ' ' || q.entity, b.file_name, q.record_number, q.byte_offset,
                   array_to_string(q.reasons, ', '), q.status, q.raw_text
            FROM raw_quarantine q LEFT JOIN raw_batch b USING (batch_id)
            WHERE ? = '' OR len(list_filter(q.reasons, r -> starts_with(r, ?))) > 0
            ORDER BY q.source, q.entity, b.file_name, q.record_number LIMIT ?
            """,
            row ->
                "%s  %s record %d, byte %d  [%s] %s%n    %s"
                    .formatted(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(6),
                        row.getString(5),
                        oneLine(row.getString(7))),
            reason,
            reason,
            limit);
    if (rows.isEmpty()) {
      out.println("No refused row" + (reason.isEmpty() ? "." : " with a reason like " + reason));
    }
    rows.forEach(out::println);
  }

  private static String oneLine(String raw) {
    String text = raw == null ? "" : raw.replaceAll("\\p{Cntrl}", "\u23CE");
    return text.length() > 160 ? text.substring(0, 160) + " ..." : text;
  }
}
