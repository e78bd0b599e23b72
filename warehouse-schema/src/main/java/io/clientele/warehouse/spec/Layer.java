package io.clientele.warehouse.spec;

/** The layers in the order in which the data flows; a table's prefix is its layer. */
public enum Layer {
  RAW("raw_", "as it came"),
  STAGING("stg_", "one table per source entity: renamed and cast"),
  CONFORMED("cnf_", "one currency, business codes, sources side by side"),
  DIMENSION("dim_", "who, what, where, when; with history"),
  BRIDGE("brg_", "which record belongs to whom"),
  FACT("fct_", "what happened"),
  FEATURES("ftr_", "what models read, as of a date"),
  SCORES("scr_", "what models say, as of a date"),
  REPORT("rpt_", "what lists and reports show");

  private final String prefix;
  private final String meaning;

  Layer(String prefix, String meaning) {
    this.prefix = prefix;
    this.meaning = meaning;
  }

  public String prefix() {
    return prefix;
  }

  public String meaning() {
    return meaning;
  }

  /** The layer whose prefix the table name has. */
  public static Layer of(String table) {
    for (Layer layer : values()) {
      if (table.startsWith(layer.prefix)) {
        return layer;
      }
    }
    throw new IllegalArgumentException(
        "Cannot place table "
            + table
            + ": its name starts with no layer's prefix; begin it with raw_, stg_, cnf_, dim_,"
            + " brg_, fct_, ftr_, scr_ or rpt_.");
  }
}
