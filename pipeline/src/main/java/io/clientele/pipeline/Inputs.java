package io.clientele.pipeline;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the runner hands to a step: exactly the tables that its {@link Reads} name. */
public interface Inputs {
  /** The session, for building rows from declarations and landed files; tables come from here. */
  SparkSession session();

  RunContext run();

  /** The whole table as the run's branch has it; no rows when it was never written. */
  Dataset<Row> current(String table);

  /** The whole table as the run found it. */
  Dataset<Row> published(String table);

  /**
   * What changed since this step last consumed the table, one row a key: {@code change_type}
   * (insert | update | delete), {@code before} (struct, null for an insert) and {@code after}
   * (struct, null for a delete), both with all columns of the table. A table read for the first
   * time comes whole, as inserts.
   */
  Dataset<Row> changes(String table);

  /** The new rows of {@link #changes} alone, flat: inserts and updates as they are now. */
  Dataset<Row> changedRows(String table);

  /**
   * The same rows, computed once for all change sets that the step makes of them and kept until the
   * step has been written; for what would otherwise be read or sorted again for each of them.
   */
  Dataset<Row> once(Dataset<Row> rows);

  /**
   * The same rows, computed now, with a plan that begins here; for what rounds build on, where the
   * plan of {@link #once} would grow with every round.
   */
  Dataset<Row> settled(Dataset<Row> rows);

  /** The rows that lie in the declared span; see {@link Reads.Span}. */
  Dataset<Row> within(String table);

  /** Whether the change set of the table is known to be empty without reading it. */
  boolean isUnchanged(String table);

  /** The champion of the family: promoted in this run, else the published one. */
  Optional<Trained.Model> champion(String family);

  /** What this run's training of the family decided; empty when it did not run. */
  Optional<Trained> trained(String family);
}
