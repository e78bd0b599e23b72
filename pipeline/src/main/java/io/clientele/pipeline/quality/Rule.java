package io.clientele.pipeline.quality;

import java.util.List;
import java.util.Optional;

/** Something that must hold for the rows that a step wrote to a table. */
public sealed interface Rule {
  String table();

  /** Unique within the table; shown to people. */
  String name();

  Severity severity();

  /**
   * A condition over the columns of one row.
   *
   * @param table table name
   * @param name name of the rule
   * @param severity what a failure does
   * @param condition Spark SQL; empty (null) counts as failed
   * @param stop what people are told of a row that stops a night; empty = the rule's name
   */
  record Holds(
      String table, String name, Severity severity, String condition, Optional<RowStop> stop)
      implements Rule {
    public Holds(String table, String name, Severity severity, String condition) {
      this(table, name, severity, condition, Optional.empty());
    }
  }

  /**
   * No two written rows have the same values.
   *
   * @param table table name
   * @param name name of the rule
   * @param severity what a failure does
   * @param columns the values
   */
  record Unique(String table, String name, Severity severity, List<String> columns)
      implements Rule {
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Two sums over the written rows are equal in every group; costs a job of its own. For tables
   * that are written whole: of a change set the other side may be missing.
   *
   * @param table table name
   * @param name name of the rule
   * @param severity what a failure does
   * @param groupedBy columns of a group
   * @param left Spark SQL, an aggregate
   * @param right Spark SQL, an aggregate
   */
  record Balances(
      String table,
      String name,
      Severity severity,
      List<String> groupedBy,
      String left,
      String right)
      implements Rule {
    public Balances {
      groupedBy = List.copyOf(groupedBy);
    }
  }

  /**
   * Few enough of the written rows fail; a look at the reasons costs a job only when the night
   * stops.
   *
   * @param table table name
   * @param name name of the rule
   * @param subject what people call the rows
   * @param counted Spark SQL: the rows that count
   * @param fails Spark SQL: those of them that fail
   * @param reasons Spark SQL: why a row fails, a list of texts
   * @param limits how many are too many
   * @param nextMove what to do when the night stops
   */
  record Share(
      String table,
      String name,
      String subject,
      String counted,
      String fails,
      String reasons,
      ShareLimits limits,
      String nextMove)
      implements Rule {
    @Override
    public Severity severity() {
      return limits.isStopping() ? Severity.STOP : Severity.WARN;
    }
  }

  /**
   * Every value that is not empty is a key of another table; costs a job of its own.
   *
   * @param table table name
   * @param name name of the rule
   * @param severity what a failure does
   * @param column the value
   * @param target the other table
   * @param targetColumn its key
   */
  record References(
      String table,
      String name,
      Severity severity,
      String column,
      String target,
      String targetColumn)
      implements Rule {}
}
