package io.clientele.etl.fact;

import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How staged deliveries of one kind become a fact, each thing as its newest delivery has it.
 *
 * @param table the fact
 * @param canonical canonical entity that is delivered
 * @param keys staged columns that identify a thing; what shares the first with something that came
 *     tonight is made anew
 * @param happened how the customer version is found; empty = the fact names none
 * @param told what another entity of the source says of the things, by the first key
 * @param shaped what becomes of the newest deliveries; the same number of rows or more
 * @param expressions columns of the fact that the shaped rows lack
 */
record StagedFact(
    TableSpec table,
    String canonical,
    List<String> keys,
    Optional<Happened> happened,
    Optional<Told> told,
    UnaryOperator<Dataset<Row>> shaped,
    Map<String, Column> expressions) {

  /**
   * When something happened.
   *
   * @param on staged column of the local day
   * @param at column of the fact: start of that day, UTC
   */
  record Happened(String on, String at) {}

  /**
   * What another entity says.
   *
   * @param canonical canonical entity
   * @param keys what identifies its things; the first is the first of the fact's
   * @param aggregates over all that it says of one thing
   */
  record Told(String canonical, List<String> keys, List<Column> aggregates) {}

  StagedFact {
    keys = List.copyOf(keys);
    expressions = Map.copyOf(expressions);
  }

  /** Name of the step that loads it. */
  String step() {
    return "load-" + table.name().replace('_', '-');
  }
}
