package io.clientele.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a step reads. Immutable; built as a chain: {@code
 * Reads.changesOf("cnf_customer").andCurrent("dim_customer")}.
 *
 * @param tables each table with the way it is read
 * @param modelFamilies families whose champion the step needs; it waits for their training
 */
public record Reads(List<Read> tables, List<String> modelFamilies) {

  /** How a table is read. */
  public enum How {
    /** Whole, as the run's branch has it. */
    CURRENT,
    /** Only what changed since this step last consumed it: {@link Inputs#changes}. */
    CHANGES,
    /** Only rows in the span of values that a change set touches: {@link Inputs#within}. */
    WITHIN,
    /**
     * The table as the run found it, before this run: breaks a cycle, for example a step that reads
     * its own last output.
     */
    PUBLISHED
  }

  /**
   * One table and how it is read.
   *
   * @param table table name
   * @param how way of reading
   * @param span for {@link How#WITHIN}: the span that is read
   */
  public record Read(String table, How how, Optional<Span> span) {}

  /**
   * The rows of a table whose column lies between the smallest and the largest value that the
   * change sets have; files outside are skipped by their statistics, so that a night reads what it
   * touches and not history.
   *
   * @param column column of the table that is read
   * @param changedTables tables whose change sets give the span
   * @param changedColumn column there (of the row before and of the row after)
   * @param openEnd read from the smallest value on, without an upper end
   * @param onlyMoved rows that are updated and keep their value of the changed column do not count
   */
  public record Span(
      String column,
      List<String> changedTables,
      String changedColumn,
      boolean openEnd,
      boolean onlyMoved) {
    public Span {
      changedTables = List.copyOf(changedTables);
    }

    public Span(String column, List<String> changedTables, String changedColumn, boolean openEnd) {
      this(column, changedTables, changedColumn, openEnd, false);
    }

    /** The same, counting only rows that come, go, or get another value of the changed column. */
    public Span ofMoved() {
      return new Span(column, changedTables, changedColumn, openEnd, true);
    }
  }

  public Reads {
    tables = List.copyOf(tables);
    modelFamilies = List.copyOf(modelFamilies);
  }

  public static Reads nothing() {
    return new Reads(List.of(), List.of());
  }

  public static Reads changesOf(String... names) {
    return nothing().andChangesOf(names);
  }

  public static Reads current(String... names) {
    return nothing().andCurrent(names);
  }

  public Reads andChangesOf(String... names) {
    return with(How.CHANGES, names);
  }

  public Reads andCurrent(String... names) {
    return with(How.CURRENT, names);
  }

  public Reads andPublished(String... names) {
    return with(How.PUBLISHED, names);
  }

  /** Reads only what a change set touches; see {@link Span}. */
  public Reads andWithin(String table, Span span) {
    List<Read> more = new ArrayList<>(tables);
    more.add(new Read(table, How.WITHIN, Optional.of(span)));
    return new Reads(more, modelFamilies);
  }

  /** Waits for the family's training step and reads its champion. */
  public Reads andModel(String family) {
    List<String> more = new ArrayList<>(modelFamilies);
    more.add(family);
    return new Reads(tables, more);
  }

  private Reads with(How how, String... names) {
    List<Read> more = new ArrayList<>(tables);
    for (String name : names) {
      more.add(new Read(name, how, Optional.empty()));
    }
    return new Reads(more, modelFamilies);
  }
}
