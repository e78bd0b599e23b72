package io.clientele.sample.people;

/**
 * Somebody who works for the retailer.
 *
 * @param id personnel number
 * @param store number of the store; empty in the head office
 * @param hired day; negative = before the first day
 * @param left first day without; {@link Life#NEVER} = stays
 * @param promoted day from which the grade is senior; {@link Life#NEVER} = never
 */
public record Employee(
    String id,
    String firstName,
    String lastName,
    Department department,
    String store,
    String region,
    int hired,
    int left,
    int promoted) {
  /** Where somebody works. */
  public enum Department {
    SERVICE(8),
    LOGISTICS(5),
    WORKSHOP(4),
    ACCOUNTING(3),
    PRODUCT(3),
    SALES(6),
    STORE(36);

    private final int posts;

    Department(int posts) {
      this.posts = posts;
    }

    /** Number of posts. */
    int posts() {
      return posts;
    }
  }

  public boolean worksOn(int day) {
    return day >= hired && day < left;
  }
}
