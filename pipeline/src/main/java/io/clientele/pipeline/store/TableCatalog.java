package io.clientele.pipeline.store;

import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.spark.sql.SparkSession;

/** The Iceberg tables of a warehouse: found through the metadata database, files in its folder. */
public final class TableCatalog implements AutoCloseable {
  /** Suffix of the table that holds a table's change sets. */
  private static final String CHANGES = "__changes";

  private static final String NAME = "clientele";
  private static final Namespace NAMESPACE = Namespace.of("tables");

  private final JdbcCatalog catalog = new JdbcCatalog();
  private final Path warehouse;

  private TableCatalog(Path warehouse, Map<String, String> properties) {
    this.warehouse = warehouse;
    catalog.initialize(NAME, properties);
  }

  /**
   * Opens the catalog and names it in the session as {@code clientele}.
   *
   * @param session gets the settings of the catalog; one session serves one warehouse
   */
  public static TableCatalog open(SparkSession session, Path warehouse, MetadataDatabase database) {
    return open(session, warehouse, database, Map.of());
  }

  /**
   * Opens the catalog of a warehouse whose tables name files where it stood before.
   *
   * @param stoodAt where it stood; nothing is read or written there
   */
  public static TableCatalog openMoved(
      SparkSession session, Path warehouse, MetadataDatabase database, Path stoodAt) {
    return open(
        session,
        warehouse,
        database,
        Map.of(LocalFiles.STOOD_AT, stoodAt.toString(), LocalFiles.IS_AT, warehouse.toString()));
  }

  private static TableCatalog open(
      SparkSession session,
      Path warehouse,
      MetadataDatabase database,
      Map<String, String> filesElsewhere) {
    Map<String, String> properties = new HashMap<>(database.catalogProperties());
    properties.putAll(filesElsewhere);
    properties.put("warehouse", warehouse.toString());
    properties.put("io-impl", LocalFiles.class.getName());
    TableCatalog tables = new TableCatalog(warehouse, properties);
    String prefix = "spark.sql.catalog." + NAME;
    session.conf().set(prefix, "org.apache.iceberg.spark.SparkCatalog");
    session.conf().set(prefix + ".catalog-impl", JdbcCatalog.class.getName());
    session.conf().set(prefix + ".cache-enabled", "false");
    properties.forEach((key, value) -> session.conf().set(prefix + "." + key, value));
    return tables;
  }

  public static String changesOf(String table) {
    return table + CHANGES;
  }

  public static boolean isChanges(String table) {
    return table.endsWith(CHANGES);
  }

  Path warehouse() {
    return warehouse;
  }

  /** The table as it is now; empty when it was never written. */
  public Optional<Table> find(String table) {
    try {
      return Optional.of(catalog.loadTable(id(table)));
    } catch (NoSuchTableException e) {
      return Optional.empty();
    }
  }

  /** Names of all tables, change sets included. */
  public List<String> names() {
    return catalog.namespaceExists(NAMESPACE)
        ? catalog.listTables(NAMESPACE).stream().map(TableIdentifier::name).sorted().toList()
        : List.of();
  }

  /** The table, made or given the columns that its declaration has gained. */
  Table prepare(TableSpec spec, ChangeKind kind) {
    Optional<Table> found = find(spec.name());
    if (found.isPresent()) {
      kind.mark(found.get());
      return TableEvolution.addMissing(found.get(), spec);
    }
    Schema schema = TableShape.iceberg(TableShape.schema(spec));
    return catalog
        .buildTable(id(spec.name()), schema)
        .withPartitionSpec(TableShape.partitioning(spec, schema))
        .withSortOrder(TableShape.sortOrder(spec, schema))
        .withProperties(TableShape.properties(spec))
        .withProperty(ChangeKind.PROPERTY, kind.name())
        .create();
  }

  /** The table of change sets, made or evolved like its table. */
  Table prepareChanges(TableSpec spec) {
    Optional<Table> found = find(changesOf(spec.name()));
    if (found.isPresent()) {
      return TableEvolution.addMissingToChanges(found.get(), spec);
    }
    return catalog
        .buildTable(id(changesOf(spec.name())), TableShape.iceberg(TableShape.changeSchema(spec)))
        .withPartitionSpec(PartitionSpec.unpartitioned())
        .withProperties(TableShape.changeProperties())
        .create();
  }

  private static TableIdentifier id(String table) {
    return TableIdentifier.of(NAMESPACE, table);
  }

  /** The table's name in Spark SQL. */
  public static String sqlName(String table) {
    return NAME + "." + NAMESPACE + ".`" + table + "`";
  }

  /** The name of one branch of the table in Spark SQL. */
  static String sqlName(String table, String branch) {
    return sqlName(table) + ".`branch_" + branch + "`";
  }

  @Override
  public void close() {
    catalog.close();
  }
}
