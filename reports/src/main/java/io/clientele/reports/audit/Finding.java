package io.clientele.reports.audit;

/**
 * What the audit found of one rule.
 *
 * @param table the table
 * @param rule the rule as a sentence
 * @param checked rows, members or sources looked at
 * @param broken how many of them break the rule
 */
public record Finding(String table, String rule, long checked, long broken) {
  public boolean holds() {
    return broken == 0;
  }
}
