package io.clientele.models.value;

/** Unit of the times of a fit. */
public enum TimeUnit {
  DAY(1),
  WEEK(7),
  /** A twelfth of a mean year. */
  MONTH(365.25 / 12);

  private final double days;

  TimeUnit(double days) {
    this.days = days;
  }

  public double days() {
    return days;
  }
}
