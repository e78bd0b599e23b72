package io.clientele.sample.market;

import java.util.ArrayList;
import java.util.List;

/** The 300 articles, their prices month by month, and what is bought with what. */
public final class Catalogue {
  public static final int SIZE = 300;
  private static final int COMPANION_EVERY = 21;
  private static final double PRICE_CHANGE_A_MONTH = 0.045;
  private static final int[] PRICE_ENDINGS = {90, 95, 99, 0};

  private final long seed;
  private final List<Product> products = new ArrayList<>();
  private final long[][] cents;
  private final List<List<Product>> byCategory = new ArrayList<>();

  public Catalogue(long seed, int months) {
    this.seed = seed;
    this.cents = new long[SIZE + 1][months + 1];
    for (int i = 0; i < CategoryPage.ALL.size(); i++) {
      byCategory.add(new ArrayList<>());
    }
    for (int number = 1; number <= SIZE; number++) {
      Product product = invent(number, months);
      products.add(product);
      byCategory.get(product.category()).add(product);
      price(product, months);
    }
  }

  public List<Product> products() {
    return List.copyOf(products);
  }

  public Product product(int number) {
    return products.get(number - 1);
  }

  /** List price in cents; it changes only with the month. */
  public long cents(Product product, int month) {
    return cents[product.number()][month];
  }

  public String category(Product product) {
    return CategoryPage.ALL.get(product.category()).name();
  }

  /** A popular article more often than others, of the price level if there is one on the way. */
  public Product choose(Dice dice, int category, int priceLevel, int month) {
    List<Product> page = byCategory.get(category);
    Product chosen = page.get(0);
    for (int attempt = 0; attempt < 6; attempt++) {
      double skewed = dice.unit() * dice.unit();
      chosen = page.get((int) (skewed * page.size()));
      if (chosen.isSold(month) && chosen.priceLevel() == priceLevel) {
        return chosen;
      }
    }
    return chosen.isSold(month) ? chosen : page.get(0);
  }

  private Product invent(int number, int months) {
    Dice dice = Dice.of(seed, Topic.PRODUCT, number, 0);
    int category = (number - 1) % CategoryPage.ALL.size();
    int rank = (number - 1) / CategoryPage.ALL.size();
    boolean leads = (number - 1) % COMPANION_EVERY == 0;
    boolean isKept = rank < 2 || leads || (number - 2) % COMPANION_EVERY == 0;
    int launch = dice.chance(0.15) ? 1 + dice.below(months) : 0;
    int last = dice.chance(0.08) ? launch + 6 + dice.below(months) : Integer.MAX_VALUE;
    CategoryPage page = CategoryPage.ALL.get(category);
    return new Product(
        number,
        page.article(rank),
        category,
        dice.pick(page.brands()),
        dice.below(3),
        isKept ? 0 : launch,
        isKept ? Integer.MAX_VALUE : last,
        leads && number < SIZE ? number + 1 : 0);
  }

  private void price(Product product, int months) {
    Dice dice = Dice.of(seed, Topic.PRICE, product.number(), 0);
    CategoryPage page = CategoryPage.ALL.get(product.category());
    double level = new double[] {0.6, 1.0, 1.7}[product.priceLevel()];
    double euros =
        page.euros((product.number() - 1) / CategoryPage.ALL.size())
            * level
            * (0.7 + 0.6 * dice.unit());
    long now = rounded(euros, dice);
    for (int month = 0; month <= months; month++) {
      if (month > 0 && dice.chance(PRICE_CHANGE_A_MONTH)) {
        now = rounded(now / 100.0 * (0.93 + 0.17 * dice.unit()), dice);
      }
      cents[product.number()][month] = now;
    }
  }

  private static long rounded(double euros, Dice dice) {
    long whole = Math.max(2, Math.round(euros));
    int ending = PRICE_ENDINGS[dice.below(PRICE_ENDINGS.length)];
    return (ending == 0 ? whole : whole - 1) * 100 + ending;
  }
}
