package io.clientele.jobs.config;

/**
 * What the company decides about its models.
 *
 * @param churn of the churn model
 */
public record ModelSettings(Churn churn) {

  /**
   * Of the churn model.
   *
   * @param horizonDays churned = no purchase in so many days
   * @param minimumCustomers fewer customers with a purchase: no model
   */
  public record Churn(int horizonDays, int minimumCustomers) {
    public Churn {
      if (horizonDays < 7 || horizonDays > 730) {
        throw new IllegalArgumentException(
            "Cannot predict churn over "
                + horizonDays
                + " days: outside 7 to 730; choose a horizon of some purchase gaps.");
      }
      if (minimumCustomers < 50) {
        throw new IllegalArgumentException(
            "Cannot train churn on "
                + minimumCustomers
                + " customers: fewer than 50; raise minimum_customers.");
      }
    }
  }
}
