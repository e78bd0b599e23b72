package io.clientele.sample.truth;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;

/** Good rows of one entity, month by month: how many, of how many people, with how much money. */
public final class EntityTally {
  static final String[] HEADER = {"source", "entity", "month", "records", "people", "amount"};

  private final String source;
  private final String entity;
  private final PlantedTruth truth;
  private final BitSet people = new BitSet();
  private String month = "";
  private long records;
  private long cents;

  public EntityTally(String source, String entity, PlantedTruth truth) {
    this.source = source;
    this.entity = entity;
    this.truth = truth;
  }

  /** Months come in order; a new one ends the one before. */
  public void month(String label) {
    if (!label.equals(month)) {
      end();
      month = label;
    }
  }

  /**
   * A good row.
   *
   * @param person whom it is about; negative = nobody
   */
  public void row(int person, long rowCents) {
    records++;
    cents += rowCents;
    if (person >= 0) {
      people.set(person);
    }
  }

  /** Writes the month, if there was one. */
  public void end() {
    if (!month.isEmpty()) {
      truth.entityTotal(
          List.of(
              source,
              entity,
              month,
              Long.toString(records),
              Integer.toString(people.cardinality()),
              BigDecimal.valueOf(cents, 2).toPlainString()));
    }
    people.clear();
    records = 0;
    cents = 0;
    month = "";
  }
}
