package io.clientele.warehouse.spec;

/** What a column is for; quality rules, dictionary and comparison of rows follow from it. */
public enum FieldRole {
  /** Meaningless number that identifies one row of a dimension. */
  SURROGATE_KEY,
  /** Identity in the business that survives reloads; part of the table's key where it says so. */
  DURABLE_KEY,
  /** Points to the key of another table. */
  REFERENCE,
  /** Describes; overwritten when it changes (SCD type 1 in a dimension). */
  ATTRIBUTE,
  /** Describes; a change opens a new version (SCD type 2). */
  TRACKED_ATTRIBUTE,
  /** Number that is added, averaged or compared; see {@link Additivity}. */
  MEASURE,
  /** Start and end of validity, flags that say which version a row is. */
  VALIDITY,
  /** Batch, record number, byte offset: where a row came from. */
  LINEAGE,
  /** When and by which run; never compared between runs. */
  AUDIT
}
