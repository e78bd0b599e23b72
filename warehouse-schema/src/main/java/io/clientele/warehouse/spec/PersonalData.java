package io.clientele.warehouse.spec;

/** How close a column is to a person; masking, export and erasure follow from it. */
public enum PersonalData {
  /** Says nothing about a person. */
  NONE,
  /** Identifies a person only together with another table: ids. */
  PSEUDONYM,
  /** Name, address, e-mail, phone, card number. */
  CONTACT,
  /** Birth date, health, anything that law protects further. */
  SENSITIVE
}
