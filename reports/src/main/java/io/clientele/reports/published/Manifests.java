package io.clientele.reports.published;

import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.publication.PublishedTable;
import io.clientele.warehouse.publication.PublishedTable.PublishedColumn;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The manifests below a warehouse folder, read with DuckDB itself. */
final class Manifests {
  private static final String COLUMNS =
      "{id: 'BIGINT', run_id: 'VARCHAR', as_of: 'DATE', published_at: 'VARCHAR',"
          + " warehouse_path: 'VARCHAR', tables: 'STRUCT(name VARCHAR, snapshot_id BIGINT,"
          + " columns STRUCT(field_id INTEGER, name VARCHAR, \"type\" VARCHAR)[],"
          + " data_files VARCHAR[], delete_files VARCHAR[])[]'}";
  private static final String NAMES = "publication-*.json";

  private final Connection connection;
  private final Path warehouse;

  Manifests(Connection connection, Path warehouse) {
    this.connection = connection;
    this.warehouse = warehouse;
  }

  /** What the newest publication holds. */
  Publication current() {
    Path manifest = warehouse.resolve(Publication.CURRENT);
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalStateException(
          "Cannot read the warehouse: no night has been published in "
              + warehouse
              + "; run clientele nightly first.");
    }
    return read(manifest);
  }

  /** What an open run would publish by now. */
  Publication candidate(String runId) {
    Path manifest = warehouse.resolve(Publication.candidateName(runId));
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalArgumentException(
          "Cannot read run %s: no run of that id is open; clientele runs shows which are, and what is published is read without --run."
              .formatted(runId));
    }
    return read(manifest);
  }

  /** What readers saw for that day: the newest publication as of it or a day before it. */
  Publication asOf(LocalDate day) {
    List<Dated> all = dated();
    return all.stream()
        .filter(one -> !one.asOf.isAfter(day))
        .max(Comparator.comparing(Dated::asOf).thenComparing(Dated::id))
        .map(one -> read(one.manifest))
        .orElseThrow(() -> nothingYet(day, all));
  }

  /** The newest publication older than the one of that number, if one is kept. */
  Optional<Publication> before(long id) {
    return dated().stream()
        .filter(one -> one.id < id)
        .max(Comparator.comparing(Dated::id))
        .map(one -> read(one.manifest));
  }

  private IllegalArgumentException nothingYet(LocalDate day, List<Dated> all) {
    if (all.isEmpty()) {
      current();
    }
    String oldest = all.stream().map(Dated::asOf).min(LocalDate::compareTo).orElseThrow() + "";
    return new IllegalArgumentException(
        "Cannot read the warehouse as of %s: the oldest publication kept is as of %s; name that or a later day."
            .formatted(day, oldest));
  }

  private List<Dated> dated() {
    List<Dated> all = new ArrayList<>();
    for (Path manifest : retained()) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT id, as_of FROM " + source(manifest))) {
        row.next();
        all.add(new Dated(row.getLong(1), row.getObject(2, LocalDate.class), manifest));
      } catch (SQLException | IOException e) {
        throw unreadable(manifest, e);
      }
    }
    return all;
  }

  private List<Path> retained() {
    Path folder = warehouse.resolve(Publication.CURRENT).getParent();
    List<Path> manifests = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, NAMES)) {
        found.forEach(manifests::add);
      } catch (IOException e) {
        throw unreadable(folder, e);
      }
    }
    return manifests;
  }

  private Publication read(Path manifest) {
    String head =
        "SELECT id, run_id, as_of, published_at, warehouse_path FROM " + quietSource(manifest);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(head)) {
      row.next();
      return new Publication(
          row.getLong(1),
          row.getString(2),
          row.getObject(3, LocalDate.class),
          Instant.parse(row.getString(4)),
          row.getString(5),
          tables(manifest));
    } catch (SQLException | RuntimeException e) {
      throw unreadable(manifest, e);
    }
  }

  private List<PublishedTable> tables(Path manifest) throws SQLException {
    String query =
        "SELECT t.name, t.snapshot_id, [c.field_id FOR c IN t.columns],"
            + " [c.name FOR c IN t.columns], [c.\"type\" FOR c IN t.columns],"
            + " t.data_files, t.delete_files FROM (SELECT unnest(tables) AS t FROM "
            + quietSource(manifest)
            + ")";
    List<PublishedTable> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        tables.add(
            new PublishedTable(
                row.getString(1), row.getLong(2), columns(row), texts(row, 6), texts(row, 7)));
      }
    }
    return tables;
  }

  private static List<PublishedColumn> columns(ResultSet row) throws SQLException {
    List<String> ids = texts(row, 3);
    List<String> names = texts(row, 4);
    List<String> types = texts(row, 5);
    List<PublishedColumn> columns = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      columns.add(new PublishedColumn(Integer.parseInt(ids.get(i)), names.get(i), types.get(i)));
    }
    return columns;
  }

  private static List<String> texts(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  private String quietSource(Path manifest) {
    try {
      return source(manifest);
    } catch (IOException e) {
      throw unreadable(manifest, e);
    }
  }

  /** One JSON object a file; its buffer is as large as the file needs. */
  private static String source(Path manifest) throws IOException {
    return "read_json(%s, format = 'unstructured', columns = %s, maximum_object_size = %d)"
        .formatted(Sql.text(manifest.toString()), COLUMNS, Files.size(manifest) + 1024);
  }

  private static IllegalStateException unreadable(Path manifest, Exception cause) {
    return new IllegalStateException(
        "Cannot read the manifest %s: %s; run clientele nightly, which writes it anew."
            .formatted(manifest, cause.getMessage()),
        cause);
  }

  private record Dated(long id, LocalDate asOf, Path manifest) {}
}
