package io.clientele.reports.segment;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the report says of cases, opportunities and payments; each may be empty.
 *
 * @param cases of the last 365 days, by department and owner
 * @param opportunities stages in which opportunities are now
 * @param payments asked for in the last 365 days, by method
 */
record OperationFacts(
    List<Owner> cases, List<Opportunities> opportunities, List<Payments> payments) {
  boolean isEmpty() {
    return cases.isEmpty() && opportunities.isEmpty() && payments.isEmpty();
  }

  /**
   * The cases of one owner.
   *
   * @param complaints cases whose kind begins with complaint
   * @param responseHours mean from opening to the end of the first step; NaN = none ended
   * @param resolutionHours mean from opening to closing; NaN = none is closed
   */
  record Owner(
      String department,
      String name,
      long cases,
      long complaints,
      long open,
      double responseHours,
      double resolutionHours) {}

  /** Opportunities of a region and department of the owner that are in a stage now. */
  record Opportunities(
      String region,
      String department,
      String stage,
      String currency,
      long count,
      BigDecimal amount) {}

  /**
   * Payments by method, those paid back aside.
   *
   * @param late paid after they were due
   * @param meanDaysLate of the late ones; NaN = none
   * @param overdue due before the as-of date and not paid
   */
  record Payments(
      String method,
      long count,
      BigDecimal amount,
      long late,
      double meanDaysLate,
      long overdue,
      BigDecimal overdueAmount) {}
}
