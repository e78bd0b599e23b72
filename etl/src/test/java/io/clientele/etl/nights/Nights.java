package io.clientele.etl.nights;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.pipeline.Reads.How;
import io.clientele.pipeline.Reads.Read;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.RunContext;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A warehouse of lists: each night the staged rows are appended, the steps run in their order, and
 * their change sets are applied by key. Refuses what a quality gate would refuse: a key twice in a
 * change set, a key both written and deleted, a required column without a value.
 */
public final class Nights {
  private static final SparkSession SESSION = quick();

  private final Warehouse warehouse;
  private List<Step> steps;
  private int night;
  private final Map<String, Map<List<Object>, Row>> tables = new HashMap<>();
  private final Map<String, List<Row>> staged = new HashMap<>();
  private Map<String, List<Row>> changes = new HashMap<>();

  public Nights(Warehouse warehouse, List<Step> steps) {
    this.warehouse = warehouse;
    this.steps = steps;
  }

  /** Tiny queries: no code generation, one partition. */
  private static SparkSession quick() {
    SparkSession session = TestSpark.session().newSession();
    session.sparkContext().setLogLevel("ERROR");
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    session.conf().set("spark.sql.adaptive.enabled", "false");
    session.conf().set("spark.sql.shuffle.partitions", "2");
    return session;
  }

  /** From now on these steps run: the configuration was changed. */
  public Nights with(List<Step> others) {
    steps = others;
    return this;
  }

  /** One night: the files arrive, every step runs once. */
  public Nights load(Delivery... deliveries) {
    changes = new HashMap<>();
    night++;
    for (Delivery delivery : deliveries) {
      tables
          .computeIfAbsent("raw_batch", table -> new LinkedHashMap<>())
          .put(List.of(delivery.batch()), delivery.landed());
      staged.computeIfAbsent(delivery.table(), table -> new ArrayList<>()).addAll(delivery.rows());
      for (Row row : delivery.rows()) {
        changed(delivery.table(), "insert", null, row);
      }
    }
    steps.forEach(this::run);
    return this;
  }

  /** Current rows as column to value, ordered by key; audit columns are left out. */
  public List<Map<String, Object>> table(String name) {
    TableSpec spec = warehouse.table(name);
    Map<String, Map<String, Object>> ordered = new TreeMap<>();
    rows(name)
        .forEach(
            row -> {
              Map<String, Object> values = new LinkedHashMap<>();
              for (String column : spec.columnNames()) {
                if (spec.key().contains(column) || spec.comparedColumns().contains(column)) {
                  values.put(column, row.get(spec.columnNames().indexOf(column)));
                }
              }
              ordered.put(key(spec, row).toString(), values);
            });
    return List.copyOf(ordered.values());
  }

  /** Tonight's change set: change type and the key that it touches, as text. */
  public List<String> changesOf(String name) {
    TableSpec spec = warehouse.table(name);
    return changes.getOrDefault(name, List.of()).stream()
        .map(
            row ->
                row.getString(0) + key(spec, row.isNullAt(2) ? row.getStruct(1) : row.getStruct(2)))
        .sorted()
        .toList();
  }

  private void run(Step step) {
    InMemoryInputs in = new InMemoryInputs(SESSION, context(), warehouse);
    for (Read read : step.reads().tables()) {
      offer(in, read);
    }
    step.build(in).sets().forEach(this::apply);
  }

  private void offer(InMemoryInputs in, Read read) {
    TableSpec spec = warehouse.table(read.table());
    if (read.how() == How.CHANGES) {
      if (changes.containsKey(read.table())) {
        in.withChanges(
            read.table(), SESSION.createDataFrame(changes.get(read.table()), changeType(spec)));
      }
    } else {
      List<Row> rows = rows(read.table());
      Optional<Span> span = read.span();
      List<Row> offered = span.isPresent() ? within(spec, rows, span.get()) : rows;
      if (span.isPresent()) {
        in.withWithin(read.table(), SESSION.createDataFrame(offered, type(spec)));
      } else {
        in.withCurrent(read.table(), SESSION.createDataFrame(offered, type(spec)));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private List<Row> within(TableSpec spec, List<Row> rows, Span span) {
    List<Comparable<Object>> touched = new ArrayList<>();
    for (String table : span.changedTables()) {
      int column = warehouse.table(table).columnNames().indexOf(span.changedColumn());
      for (Row change : changes.getOrDefault(table, List.of())) {
        for (int side = 1; side <= 2; side++) {
          if (!change.isNullAt(side) && !change.getStruct(side).isNullAt(column)) {
            touched.add((Comparable<Object>) change.getStruct(side).get(column));
          }
        }
      }
    }
    if (touched.isEmpty()) {
      return List.of();
    }
    touched.sort((left, right) -> left.compareTo(right));
    Comparable<Object> first = touched.get(0);
    Comparable<Object> last = touched.get(touched.size() - 1);
    int column = spec.columnNames().indexOf(span.column());
    return rows.stream()
        .filter(row -> !row.isNullAt(column) && first.compareTo(row.get(column)) <= 0)
        .filter(row -> span.openEnd() || last.compareTo(row.get(column)) >= 0)
        .toList();
  }

  private void apply(String table, ChangeSet set) {
    TableSpec spec = warehouse.table(table);
    Map<List<Object>, Row> rows = tables.computeIfAbsent(table, name -> new LinkedHashMap<>());
    Map<List<Object>, Row> written = new LinkedHashMap<>();
    String[] columns = spec.columnNames().toArray(String[]::new);
    for (Row row : set.rows().selectExpr(columns).collectAsList()) {
      require(written.put(key(spec, row), row) == null, table, "key twice", row);
      for (Field field : spec.fields()) {
        boolean isFilled = field.nullable() || row.getAs(field.name()) != null;
        require(isFilled, table, field.name() + " is empty", row);
      }
    }
    set.deletedKeys()
        .ifPresent(
            keys ->
                keys.selectExpr(spec.key().toArray(String[]::new))
                    .collectAsList()
                    .forEach(row -> delete(spec, rows, written, row)));
    refuseHidden(spec, rows, written, new PrunedSpan(spec, set));
    written.forEach((key, row) -> upsert(spec, rows, key, row));
  }

  private static void refuseHidden(
      TableSpec spec,
      Map<List<Object>, Row> rows,
      Map<List<Object>, Row> written,
      PrunedSpan span) {
    for (List<Object> key : written.keySet()) {
      Row before = rows.get(key);
      boolean isFound = before == null || span.holds(before);
      require(isFound, spec.name(), "stored where the store does not look", before);
    }
  }

  private void delete(
      TableSpec spec, Map<List<Object>, Row> rows, Map<List<Object>, Row> written, Row keyRow) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < keyRow.size(); i++) {
      key.add(keyRow.get(i));
    }
    require(!written.containsKey(key), spec.name(), "key written and deleted", keyRow);
    Row before = rows.remove(key);
    if (before != null) {
      changed(spec.name(), "delete", before, null);
    }
  }

  private void upsert(TableSpec spec, Map<List<Object>, Row> rows, List<Object> key, Row row) {
    Row before = rows.get(key);
    boolean isEqual =
        before != null
            && spec.comparedColumns().stream()
                .map(spec.columnNames()::indexOf)
                .allMatch(column -> Objects.equals(before.get(column), row.get(column)));
    if (!isEqual) {
      rows.put(key, row);
      changed(spec.name(), before == null ? "insert" : "update", before, row);
    }
  }

  private void changed(String table, String type, Row before, Row after) {
    changes
        .computeIfAbsent(table, name -> new ArrayList<>())
        .add(RowFactory.create(type, before, after));
  }

  private List<Row> rows(String table) {
    return staged.containsKey(table)
        ? staged.get(table)
        : List.copyOf(tables.getOrDefault(table, Map.of()).values());
  }

  private static List<Object> key(TableSpec spec, Row row) {
    List<Object> key = new ArrayList<>();
    for (String column : spec.key()) {
      key.add(row.get(spec.columnNames().indexOf(column)));
    }
    return key;
  }

  private static void require(boolean holds, String table, String what, Row row) {
    if (!holds) {
      throw new AssertionError(table + ": " + what + ": " + row);
    }
  }

  private static StructType type(TableSpec spec) {
    StructType type = new StructType();
    for (Field field : spec.fields()) {
      type = type.add(field.name(), field.type().sql());
    }
    return type;
  }

  private static StructType changeType(TableSpec spec) {
    return new StructType()
        .add("change_type", "string")
        .add("before", type(spec))
        .add("after", type(spec));
  }

  private RunContext context() {
    return new RunContext(
        "night" + night,
        Optional.empty(),
        Instant.parse("2024-12-31T22:00:00Z"),
        ZoneOffset.UTC,
        Path.of("/warehouse"),
        7);
  }
}
