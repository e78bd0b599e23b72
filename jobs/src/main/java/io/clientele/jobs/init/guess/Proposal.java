package io.clientele.jobs.init.guess;

/**
 * One line of a mapping.
 *
 * @param field canonical field
 * @param expression Spark SQL over source columns; empty = it has to be filled in by a person
 * @param title what it is, in words
 * @param from column it comes from, as text for a table; empty = none
 * @param evidence why, with numbers, and what else it could be
 */
public record Proposal(
    String field, String expression, String title, String from, String evidence) {

  /** Nothing fits: a person has to say. */
  static Proposal toFill(String field, String title, String evidence) {
    return new Proposal(field, "", title, "", evidence);
  }

  /** Whether a person has to fill it in. */
  public boolean isToFill() {
    return expression.isEmpty();
  }
}
