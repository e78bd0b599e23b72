package io.clientele.sample.market;

/**
 * An article of the catalogue.
 *
 * @param number article number, from 1
 * @param category index of the category
 * @param priceLevel 0 cheap, 1 middle, 2 dear within its category
 * @param launchMonth first month in the catalogue, 0 or less = from the start
 * @param lastMonth last month in the catalogue
 * @param companion article number of what is often bought with it; 0 = none
 */
public record Product(
    int number,
    String name,
    int category,
    String brand,
    int priceLevel,
    int launchMonth,
    int lastMonth,
    int companion) {

  public boolean isSold(int month) {
    return month >= launchMonth && month <= lastMonth;
  }

  /** As the web shop writes it. */
  public String sku() {
    return "NO-" + String.format("%05d", number);
  }
}
