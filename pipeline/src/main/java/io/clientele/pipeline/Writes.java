package io.clientele.pipeline;

import java.util.ArrayList;
import java.util.List;

/** The tables a step writes, each with its mode. Immutable. */
public record Writes(List<Write> tables) {
  /** How a change set enters a table. */
  public enum Mode {
    /** New rows; the files they add are the change set. */
    APPEND,
    /**
     * By the table's key: a row whose compared columns differ replaces the old one, an equal row
     * changes nothing, {@link Changes} may name keys to delete.
     */
    UPSERT,
    /** Replaces the partitions that the rows fall into. */
    REPLACE_PARTITIONS,
    /** Replaces the whole table. */
    REPLACE
  }

  /** One table and its mode. */
  public record Write(String table, Mode mode) {}

  public Writes {
    tables = List.copyOf(tables);
  }

  public static Writes append(String table) {
    return new Writes(List.of(new Write(table, Mode.APPEND)));
  }

  public static Writes upsert(String table) {
    return new Writes(List.of(new Write(table, Mode.UPSERT)));
  }

  public static Writes replacePartitions(String table) {
    return new Writes(List.of(new Write(table, Mode.REPLACE_PARTITIONS)));
  }

  public static Writes replace(String table) {
    return new Writes(List.of(new Write(table, Mode.REPLACE)));
  }

  public Writes and(Writes more) {
    List<Write> all = new ArrayList<>(tables);
    all.addAll(more.tables);
    return new Writes(all);
  }
}
