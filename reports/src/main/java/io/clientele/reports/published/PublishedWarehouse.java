package io.clientele.reports.published;

import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.publication.PublishedTable;
import io.clientele.warehouse.publication.PublishedTable.PublishedColumn;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One publication, readable with SQL: every table is a view over exactly the files that the
 * manifest names. A view is made when a query first names its table. A table that this version of
 * Clientele declares and the publication does not hold yet is an empty view, a column that it does
 * not hold yet is empty.
 */
public final class PublishedWarehouse implements AutoCloseable {
  private static final int UNKNOWN_IDS = 1_000_000;
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final DuckSession session;
  private final Publication publication;
  private final Map<String, PublishedTable> tables = new LinkedHashMap<>();
  private final Set<String> shown = new LinkedHashSet<>();
  private final Set<String> readableFiles = new LinkedHashSet<>();

  private PublishedWarehouse(DuckSession session, Publication publication) {
    this.session = session;
    this.publication = publication;
    Warehouse.CANONICAL.forEach(spec -> tables.put(spec.name(), empty(spec)));
    publication.tables().forEach(table -> tables.put(table.name(), completed(table)));
  }

  /** The newest publication below the folder. */
  public static PublishedWarehouse open(Path folder) {
    return open(folder, Optional.empty());
  }

  /**
   * @param asOf the newest publication as of this day or earlier; empty = the newest
   * @throws IllegalStateException when nothing is published, or the warehouse was moved
   */
  public static PublishedWarehouse open(Path folder, Optional<LocalDate> asOf) {
    return open(
        folder, manifests -> asOf.map(manifests::asOf).orElseGet(() -> manifests.current()));
  }

  /**
   * What an open run would publish by now.
   *
   * @throws IllegalArgumentException when no run of that id is open
   */
  public static PublishedWarehouse candidate(Path folder, String runId) {
    return open(folder, manifests -> manifests.candidate(runId));
  }

  /** The newest publication older than that one, if the warehouse keeps one. */
  public static Optional<PublishedWarehouse> before(Path folder, Publication publication) {
    DuckSession session = DuckSession.open();
    Optional<Publication> older =
        new Manifests(session.connection(), folder.toAbsolutePath()).before(publication.id());
    if (older.isEmpty()) {
      session.close();
    }
    return older.map(found -> new PublishedWarehouse(session, found));
  }

  private static PublishedWarehouse open(Path folder, Function<Manifests, Publication> chosen) {
    DuckSession session = DuckSession.open();
    try {
      Publication publication =
          chosen.apply(new Manifests(session.connection(), folder.toAbsolutePath()));
      Place.check(folder, publication);
      return new PublishedWarehouse(session, publication);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  public Publication publication() {
    return publication;
  }

  /** Names of all tables that can be read, in the order of the data's way. */
  public List<String> tableNames() {
    return List.copyOf(tables.keySet());
  }

  /** The table of that name, or an error that names the nearest one. */
  public PublishedTable table(String name) {
    PublishedTable table = tables.get(name.toLowerCase(Locale.ROOT));
    if (table == null) {
      throw new IllegalArgumentException(
          "Cannot read table %s: publication %d does not hold it; did you mean %s?"
              .formatted(name, publication.id(), Warehouse.nearest(name, tables.keySet())));
    }
    return table;
  }

  /** All rows of a query; for answers that do not grow with the customers. */
  public <T> List<T> rows(String sql, RowReader<T> reader, Object... parameters) {
    List<T> rows = new ArrayList<>();
    each(sql, row -> rows.add(reader.read(row)), parameters);
    return rows;
  }

  /** The first row of a query, if it has one. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
    return rows(sql, reader, parameters).stream().findFirst();
  }

  /** Hands over row by row while the query runs; the visitor must not start another query. */
  public void each(String sql, RowVisitor visitor, Object... parameters) {
    showTablesIn(sql);
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          visitor.visit(row);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot read publication %d: %s; run clientele doctor."
              .formatted(publication.id(), DuckSession.reason(e)),
          e);
    }
  }

  /** Runs a statement that writes files, such as COPY. */
  public void execute(String sql) {
    showTablesIn(sql);
    try {
      session.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot write from publication %d: %s; name a folder that can be written to."
              .formatted(publication.id(), DuckSession.reason(e)),
          e);
    }
  }

  /**
   * Runs one SELECT that somebody typed. From then on the session may read the files of the named
   * tables and nothing else: no other file, no extension, no setting.
   *
   * @throws IllegalArgumentException when it is no single SELECT or does not run
   */
  public void select(String typed, ResultVisitor visitor) {
    try {
      SelectStatement.check(session.connection(), typed);
      showTablesIn(typed);
      session.lock(readableFiles);
      try (Statement statement = session.connection().createStatement();
          ResultSet result = statement.executeQuery(typed)) {
        visitor.visit(result);
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "Cannot run the query: %s; %s".formatted(DuckSession.reason(e), nextMove(e)), e);
    }
  }

  private String nextMove(SQLException e) {
    return DuckSession.reason(e).contains("does not exist")
        ? "the tables are " + String.join(", ", tables.keySet()) + "."
        : "mend the statement.";
  }

  /** Words of the text that are table names; a text that names none may ask for the catalogue. */
  private void showTablesIn(String sql) {
    Set<String> words =
        WORD.matcher(sql)
            .results()
            .map(match -> match.group().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<String> named = tables.keySet().stream().filter(words::contains).toList();
    show(named.isEmpty() ? tables.keySet() : named);
  }

  private void show(Collection<String> names) {
    Path root = Path.of(publication.warehousePath());
    for (String name : names) {
      if (shown.add(name)) {
        TableView view = new TableView(root, tables.get(name));
        try {
          session.execute(view.createStatement());
        } catch (SQLException e) {
          throw new IllegalStateException(
              "Cannot read table %s of publication %d: %s; run clientele doctor."
                  .formatted(name, publication.id(), DuckSession.reason(e)),
              e);
        }
        readableFiles.addAll(view.files());
      }
    }
  }

  /** The table with the columns that it was declared to have since, under ids that no file has. */
  private static PublishedTable completed(PublishedTable table) {
    Set<String> known =
        table.columns().stream().map(PublishedColumn::name).collect(Collectors.toSet());
    List<PublishedColumn> columns = new ArrayList<>(table.columns());
    Warehouse.canonical().find(table.name()).stream()
        .flatMap(spec -> spec.fields().stream())
        .filter(field -> !known.contains(field.name()))
        .forEach(
            field ->
                columns.add(
                    new PublishedColumn(
                        UNKNOWN_IDS + columns.size(), field.name(), field.type().sql())));
    return new PublishedTable(
        table.name(), table.snapshotId(), columns, table.dataFiles(), table.deleteFiles());
  }

  private static PublishedTable empty(TableSpec spec) {
    List<Field> fields = spec.fields();
    List<PublishedColumn> columns =
        IntStream.range(0, fields.size())
            .mapToObj(
                i -> new PublishedColumn(i + 1, fields.get(i).name(), fields.get(i).type().sql()))
            .toList();
    return new PublishedTable(spec.name(), -1, columns, List.of(), List.of());
  }

  @Override
  public void close() {
    session.close();
  }

  /** Makes a value of the current row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Uses the current row. */
  @FunctionalInterface
  public interface RowVisitor {
    void visit(ResultSet row) throws SQLException;
  }

  /** Uses a whole result, before its first row. */
  @FunctionalInterface
  public interface ResultVisitor {
    void visit(ResultSet result) throws SQLException;
  }
}
