package io.clientele.warehouse.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One canonical table: grain, columns, key, layout. DDL, dictionary, quality rules and test rows
 * are derived from it.
 *
 * @param name with its layer's prefix
 * @param grain "one row per …"
 * @param fields in column order
 * @param key names of the columns that identify a row; empty for append-only tables without one
 * @param partitioning Iceberg partition transforms, for example {@code months(order_date)}
 * @param sortedBy columns by which files are written sorted, the key that readers ask for first
 * @param prunedBy columns beside the key by which an upsert looks only at the files that its rows
 *     touch; who writes a row with another value than before says which that was
 */
public record TableSpec(
    String name,
    String grain,
    List<Field> fields,
    List<String> key,
    List<String> partitioning,
    List<String> sortedBy,
    List<String> prunedBy) {

  public TableSpec {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    partitioning = List.copyOf(partitioning);
    sortedBy = List.copyOf(sortedBy);
    prunedBy = List.copyOf(prunedBy);
    Layer.of(name);
    if (grain == null || grain.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot declare table " + name + ": it has no grain; say what one row is.");
    }
    Set<String> names = new LinkedHashSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(
            "Cannot declare table " + name + ": field " + field.name() + " stands twice.");
      }
    }
    for (String column : key) {
      if (!names.contains(column)) {
        throw new IllegalArgumentException(
            "Cannot declare table " + name + ": key column " + column + " is no field of it.");
      }
    }
  }

  public Layer layer() {
    return Layer.of(name);
  }

  public List<String> columnNames() {
    return fields.stream().map(Field::name).toList();
  }

  public Optional<Field> find(String column) {
    return fields.stream().filter(field -> field.name().equals(column)).findFirst();
  }

  public Field field(String column) {
    return find(column)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find column "
                        + column
                        + " in "
                        + name
                        + ": it has "
                        + String.join(", ", columnNames())
                        + "; name one of them."));
  }

  /** Columns whose difference makes a row an update: all but key and audit. */
  public List<String> comparedColumns() {
    return fields.stream()
        .filter(field -> field.role() != FieldRole.AUDIT && !key.contains(field.name()))
        .map(Field::name)
        .toList();
  }

  /** Columns whose change opens a new version of a dimension row. */
  public List<String> trackedColumns() {
    return fields.stream()
        .filter(field -> field.role() == FieldRole.TRACKED_ATTRIBUTE)
        .map(Field::name)
        .toList();
  }

  /** The same shape under another name: a staging shape made into an instance. */
  public TableSpec named(String instance) {
    return new TableSpec(instance, grain, fields, key, partitioning, sortedBy, prunedBy);
  }

  /** The same table with a company's own attributes behind its own columns. */
  public TableSpec withAttributes(List<Field> attributes) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(attributes);
    return new TableSpec(name, grain, all, key, partitioning, sortedBy, prunedBy);
  }

  public static Builder table(String name) {
    return new Builder(name);
  }

  /** Collects the parts of a {@link TableSpec}. */
  public static final class Builder {
    private final String name;
    private String grain = "";
    private final List<Field> fields = new ArrayList<>();
    private List<String> key = List.of();
    private List<String> partitioning = List.of();
    private List<String> sortedBy = List.of();
    private List<String> prunedBy = List.of();

    private Builder(String name) {
      this.name = name;
    }

    public Builder grain(String sentence) {
      this.grain = sentence;
      return this;
    }

    public Builder fields(Field... more) {
      fields.addAll(List.of(more));
      return this;
    }

    public Builder key(Field... columns) {
      this.key = List.of(columns).stream().map(Field::name).toList();
      return this;
    }

    public Builder partitionedBy(String... transforms) {
      this.partitioning = List.of(transforms);
      return this;
    }

    public Builder sortedBy(Field... columns) {
      this.sortedBy = List.of(columns).stream().map(Field::name).toList();
      return this;
    }

    public Builder prunedBy(Field... columns) {
      this.prunedBy = List.of(columns).stream().map(Field::name).toList();
      return this;
    }

    public TableSpec build() {
      return new TableSpec(name, grain, fields, key, partitioning, sortedBy, prunedBy);
    }
  }
}
