package io.clientele.jobs.schedule.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Which rows of a list are asked for, and in which order. Names of columns come from our code
 * alone; every value is bound.
 */
public final class RowQuery {
  private final List<Sql> conditions = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();

  /** A piece of SQL with the values of its question marks. */
  public record Sql(String text, List<Object> values) {
    public Sql {
      values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
      return new Sql(text, List.of(values));
    }
  }

  /** What rows are sorted by; its value is never null. */
  private record Key(Sql expression, boolean isDescending) {}

  /**
   * Which part of the rows.
   *
   * @param place the keys of the row that the part follows, or precedes; empty = from the start
   * @param isBackward whether it precedes the place
   */
  public record Slice(int limit, int offset, Optional<List<Object>> place, boolean isBackward) {
    public static Slice at(int offset, int limit) {
      return new Slice(limit, offset, Optional.empty(), false);
    }

    public static Slice beside(Optional<List<Object>> place, boolean isBackward, int limit) {
      return new Slice(limit, 0, place, isBackward);
    }
  }

  /** A row and its keys. */
  public record Placed<T>(T row, List<Object> place) {}

  /**
   * A part of the rows.
   *
   * @param hasMore whether more rows lie in the direction that was read
   */
  public record Page<T>(List<Placed<T>> placed, boolean hasMore) {
    public List<T> rows() {
      return placed.stream().map(Placed::row).toList();
    }
  }

  /** Makes a row of what the database gives. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  public RowQuery where(Sql condition) {
    conditions.add(condition);
    return this;
  }

  /** The column has one of the values; no value, no row. */
  public RowQuery in(String column, List<?> values) {
    if (values.isEmpty()) {
      return where(Sql.of("1 = 0"));
    }
    String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
    return where(new Sql(column + " IN (" + marks + ")", List.copyOf(values)));
  }

  /** Sorts by something that is never null, after what was named before. */
  public RowQuery orderBy(Sql expression, boolean isDescending) {
    keys.add(new Key(expression, isDescending));
    return this;
  }

  /**
   * Sorts by a column that may be null; null is the smallest.
   *
   * @param filler literal of the column's type that takes the place of null
   */
  public RowQuery orderByNullable(String column, String filler, boolean isDescending) {
    orderBy(Sql.of("CASE WHEN " + column + " IS NULL THEN 0 ELSE 1 END"), isDescending);
    return orderBy(Sql.of("COALESCE(" + column + ", " + filler + ")"), isDescending);
  }

  /** How many rows there are, counted up to a number. */
  long count(Handle handle, String from, long atMost) {
    Text text = new Text().add("SELECT COUNT(*) FROM (SELECT 1 AS one FROM " + from);
    addConditions(text, conditions);
    text.add(" LIMIT ?) counted", atMost);
    return handle.select(text.sql(), text.values()).mapTo(Long.class).one();
  }

  <T> Page<T> page(Handle handle, String columns, String from, Reader<T> reader, Slice slice) {
    Text text = text(columns, from, slice);
    List<Placed<T>> found =
        new ArrayList<>(
            handle
                .select(text.sql(), text.values())
                .map((rows, context) -> new Placed<>(reader.read(rows), place(rows)))
                .list());
    boolean hasMore = found.size() > slice.limit();
    List<Placed<T>> page = found.subList(0, Math.min(found.size(), slice.limit()));
    if (slice.isBackward()) {
      Collections.reverse(page);
    }
    return new Page<>(List.copyOf(page), hasMore);
  }

  /** One row more than asked for tells whether there are more. */
  private Text text(String columns, String from, Slice slice) {
    Text text = new Text().add("SELECT " + columns);
    for (int i = 0; i < keys.size(); i++) {
      text.add(", ").add(keys.get(i).expression()).add(" AS " + name(i));
    }
    text.add(" FROM " + from);
    List<Sql> all = new ArrayList<>(conditions);
    slice.place().ifPresent(place -> all.add(beyond(place, slice.isBackward())));
    addConditions(text, all);
    for (int i = 0; i < keys.size(); i++) {
      text.add(i == 0 ? " ORDER BY " : ", ").add(name(i));
      text.add(keys.get(i).isDescending() == slice.isBackward() ? "" : " DESC");
    }
    return text.add(" LIMIT ? OFFSET ?", slice.limit() + 1, slice.offset());
  }

  private static String name(int key) {
    return "key_" + key;
  }

  private List<Object> place(ResultSet rows) throws SQLException {
    List<Object> place = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      place.add(rows.getObject(name(i)));
    }
    return place;
  }

  /** Rows whose keys, read one after another, lie beyond the place. */
  private Sql beyond(List<Object> place, boolean isBackward) {
    if (place.size() != keys.size()) {
      throw new IllegalArgumentException(
          "Cannot go on from there: the place has %d keys and the order %d; keep the order."
              .formatted(place.size(), keys.size()));
    }
    Text text = new Text().add("(");
    for (int i = 0; i < keys.size(); i++) {
      text.add(i == 0 ? "(" : " OR (");
      for (int before = 0; before < i; before++) {
        text.add(keys.get(before).expression()).add(" = ? AND ", place.get(before));
      }
      boolean isDown = keys.get(i).isDescending() != isBackward;
      text.add(keys.get(i).expression()).add(isDown ? " < ?)" : " > ?)", place.get(i));
    }
    text.add(")");
    return new Sql(text.sql(), List.of(text.values()));
  }

  private static void addConditions(Text text, List<Sql> all) {
    for (int i = 0; i < all.size(); i++) {
      text.add(i == 0 ? " WHERE " : " AND ").add(all.get(i));
    }
  }

  private static final class Text {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Text add(String more, Object... bound) {
      return add(Sql.of(more, bound));
    }

    Text add(Sql more) {
      sql.append(more.text());
      values.addAll(more.values());
      return this;
    }

    String sql() {
      return sql.toString();
    }

    Object[] values() {
      return values.toArray();
    }
  }
}
