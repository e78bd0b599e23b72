package io.clientele.reports;

import io.clientele.reports.published.DuckType;
import io.clientele.reports.published.Sql;
import io.clientele.reports.text.JsonText;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what the pipeline would have published: Parquet files with field ids and a manifest. Rows
 * are inserted with SQL into tables made from the declarations; columns that a test does not name
 * stay empty.
 */
public final class TestWarehouse implements AutoCloseable {
  private final Path folder;
  private final Connection connection;
  private final List<Map<String, Object>> extraTables = new ArrayList<>();

  private TestWarehouse(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /** Empty tables of the whole canonical warehouse. */
  public static TestWarehouse in(Path folder) {
    try {
      TestWarehouse made = new TestWarehouse(folder, DriverManager.getConnection("jdbc:duckdb:"));
      made.run("SET TimeZone = 'UTC'");
      Warehouse.canonical().tables().forEach(spec -> made.run(createTable(spec)));
      return made;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A retailer with 400 customers in two systems; see the resource for every number. */
  public static TestWarehouse nordlicht(Path folder) {
    TestWarehouse made = in(folder);
    try (InputStream script = TestWarehouse.class.getResourceAsStream("/nordlicht.sql")) {
      return made.run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  /** Runs SQL over the tables. */
  public TestWarehouse run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return this;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Adds a table whose files the test wrote itself, with paths relative to the folder. */
  public TestWarehouse table(
      String name, Map<String, String> types, List<String> dataFiles, List<String> deleteFiles) {
    List<Map<String, Object>> columns = new ArrayList<>();
    types.forEach((column, type) -> columns.add(column(columns.size() + 1, column, type)));
    extraTables.add(published(name, columns, dataFiles, deleteFiles));
    return this;
  }

  /** Writes a file of rows with field ids. */
  public TestWarehouse parquet(String relative, String select, String fieldIds) {
    try {
      Files.createDirectories(folder.resolve(relative).getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run(
        "COPY (%s) TO %s (FORMAT parquet%s)"
            .formatted(
                select,
                Sql.text(folder.resolve(relative).toString()),
                fieldIds.isEmpty() ? "" : ", FIELD_IDS {" + fieldIds + "}"));
  }

  /** Writes the tables as they are now and makes them the newest publication. */
  public TestWarehouse publish(long id, LocalDate asOf) {
    List<Map<String, Object>> tables = new ArrayList<>(extraTables);
    for (TableSpec spec : Warehouse.canonical().tables()) {
      tables.add(write(spec, id));
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("id", id);
    manifest.put("run_id", "run-" + id);
    manifest.put("as_of", asOf);
    manifest.put("published_at", asOf + "T03:15:00Z");
    manifest.put("warehouse_path", folder.toString());
    manifest.put("tables", tables);
    save(folder.resolve(Publication.manifestName(id)), JsonText.of(manifest));
    save(folder.resolve(Publication.CURRENT), JsonText.of(manifest));
    return this;
  }

  private Map<String, Object> write(TableSpec spec, long id) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Field field : spec.fields()) {
      columns.add(column(columns.size() + 1, field.name(), field.type().sql()));
    }
    if (isEmpty(spec)) {
      return published(spec.name(), columns, List.of(), List.of());
    }
    String file = "tables/%s/data/%08d.parquet".formatted(spec.name(), id);
    parquet(file, "SELECT * FROM " + spec.name(), fieldIds(spec));
    return published(spec.name(), columns, List.of(file), List.of());
  }

  private boolean isEmpty(TableSpec spec) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + spec.name())) {
      row.next();
      return row.getLong(1) == 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nested fields get ids behind all others, as Iceberg numbers them. */
  private static String fieldIds(TableSpec spec) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < spec.fields().size(); i++) {
      Field field = spec.fields().get(i);
      String id = String.valueOf(i + 1);
      if (field.type().equals(FieldType.PURCHASE_DAYS)) {
        id =
            "{__duckdb_field_id: %d, element: {__duckdb_field_id: 100, day: 101, order_count: 102,"
                    .formatted(i + 1)
                + " line_count: 103, quantity: 104, spend_bought: 105, spend_returned: 106,"
                + " known_at: 107}}";
      } else if (field.type().equals(FieldType.STRINGS)) {
        id = "{__duckdb_field_id: %d, element: 110}".formatted(i + 1);
      }
      ids.add(Sql.name(field.name()) + ": " + id);
    }
    return String.join(", ", ids);
  }

  private static String createTable(TableSpec spec) {
    List<String> columns =
        spec.fields().stream()
            .map(field -> Sql.name(field.name()) + " " + DuckType.of(field.type().sql()))
            .toList();
    return "CREATE TABLE %s (%s)".formatted(spec.name(), String.join(", ", columns));
  }

  private static Map<String, Object> column(int id, String name, String type) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("field_id", id);
    column.put("name", name);
    column.put("type", type);
    return column;
  }

  private static Map<String, Object> published(
      String name,
      List<Map<String, Object>> columns,
      List<String> dataFiles,
      List<String> deleteFiles) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("name", name);
    table.put("snapshot_id", dataFiles.isEmpty() ? -1L : 7_301_234_567_890_123_456L);
    table.put("columns", columns);
    table.put("data_files", dataFiles);
    table.put("delete_files", deleteFiles);
    return table;
  }

  private static void save(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
