package io.clientele.reports.load;

import io.clientele.reports.published.PublishedWarehouse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files that somebody should see to after a night: those it could not use or that say something
 * odd, those whose rows all wait in the quarantine, and source entities for which no file ever
 * came. The last two are said every night while they last.
 */
public final class FilesToLookAt {
  /**
   * A source entity for which files are expected.
   *
   * @param source name of the source
   * @param entity name of the source entity
   * @param pattern of its files
   * @param folder where they should lie
   */
  public record Awaited(String source, String entity, String pattern, Path folder) {}

  private final PublishedWarehouse warehouse;
  private final List<Awaited> awaited;

  public FilesToLookAt(PublishedWarehouse warehouse, List<Awaited> awaited) {
    this.warehouse = warehouse;
    this.awaited = List.copyOf(awaited);
  }

  /** One line each; empty when all is well. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(absent());
    lines.addAll(noted());
    lines.addAll(refused());
    lines.addAll(neverCame());
    return lines;
  }

  /** Whether nothing that ever came could be used. */
  public boolean isNothingLoaded() {
    return warehouse
        .first(
            "SELECT coalesce(sum(row_count), 0) FROM rpt_load_summary WHERE outcome = 'staged'",
            row -> row.getLong(1) == 0)
        .orElse(true);
  }

  /** Sources that used to deliver and whose folder is not there: what is known of them is stale. */
  private List<String> absent() {
    Map<String, Path> folders = new TreeMap<>();
    awaited.stream()
        .filter(each -> !Files.isDirectory(each.folder()))
        .forEach(each -> folders.put(each.source(), each.folder()));
    return folders.entrySet().stream()
        .flatMap(source -> stale(source.getKey(), source.getValue()).stream())
        .toList();
  }

  private List<String> stale(String source, Path folder) {
    return warehouse.rows(
        """
        SELECT string_agg(entity || ' ends with ' || newest, ', ' ORDER BY entity)
        FROM (SELECT entity, arg_max(file_name, effective_at) AS newest FROM raw_batch
              WHERE status = 'landed' AND source = ? GROUP BY entity)
        HAVING count(*) > 0
        """,
        row ->
            "%s: its folder %s is not there, so what is known of it is stale: %s. Bring the folder back, or correct `folder` in clientele.yaml."
                .formatted(source, folder, row.getString(1)),
        source);
  }

  /** What this run could not land, or landed and has something to say about. */
  private List<String> noted() {
    return warehouse.rows(
        """
        SELECT b.source, b.entity, b.file_name, b.status, b.note,
               coalesce(sum(o.row_count) FILTER (o.outcome = 'repeated'), 0),
               coalesce(sum(o.row_count) FILTER (o.outcome = 'loaded'), 0)
        FROM raw_batch b LEFT JOIN cnf_sales_line_outcome o USING (batch_id)
        WHERE b.landed_by_run_id = ? AND b.note IS NOT NULL
        GROUP BY ALL ORDER BY b.source, b.entity, b.file_name
        """,
        row ->
            "%s %s  %s: %s. %s%s"
                .formatted(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    lines(row.getLong(6), row.getLong(7))),
        warehouse.publication().runId());
  }

  private static String lines(long known, long added) {
    return known + added == 0
        ? ""
        : " Of its lines %,d were known and %,d are added.".formatted(known, added);
  }

  /** Landed, and not a row of it was accepted until now. */
  private List<String> refused() {
    return warehouse.rows(
        """
        SELECT b.source, b.entity, b.file_name, count(*), mode(q.reasons[1])
        FROM raw_batch b JOIN raw_quarantine q USING (batch_id)
        WHERE b.status = 'landed' AND q.refused_by = 'staging' AND q.status = 'open'
          AND (b.note IS NULL OR b.landed_by_run_id <> ?)
          AND NOT EXISTS (SELECT 1 FROM raw_batch_outcome o
                           WHERE o.batch_id = b.batch_id AND o.outcome = 'staged'
                             AND o.row_count > 0)
        GROUP BY ALL ORDER BY b.source, b.entity, b.file_name
        """,
        row ->
            "%s %s  %s: all %,d records are refused, most often %s, and wait in the quarantine; mend the mapping and run clientele quarantine replay %s.%s."
                .formatted(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(1),
                    row.getString(2)),
        warehouse.publication().runId());
  }

  private List<String> neverCame() {
    Set<String> came =
        new HashSet<>(
            warehouse.rows(
                "SELECT DISTINCT source || '.' || entity FROM raw_batch", row -> row.getString(1)));
    return awaited.stream()
        .filter(each -> !came.contains(each.source() + "." + each.entity()))
        .map(
            each ->
                "%s.%s: no file matches %s in %s; put files there, or mend folder or files in clientele.yaml."
                    .formatted(each.source(), each.entity(), each.pattern(), each.folder()))
        .toList();
  }
}
