package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import io.clientele.jobs.init.profile.FileProfile;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Gives roles to columns: by name first, by what they hold where names say nothing. */
final class RoleGuess {
  private static final double NEARLY_ALWAYS = 0.95;

  private final FileProfile profile;
  private final Dependence dependence;
  private final Roles roles = new Roles();

  private RoleGuess(FileProfile profile) {
    this.profile = profile;
    this.dependence = new Dependence(profile.head());
  }

  static Roles of(FileProfile profile) {
    RoleGuess guess = new RoleGuess(profile);
    guess.byNames();
    guess.byContents();
    return guess.roles;
  }

  private void byNames() {
    for (int score = 2; score > 0; score--) {
      for (Role role : Role.values()) {
        int wanted = score;
        if (!roles.has(role)) {
          best(
                  column ->
                      isFree(column)
                          && role.nameScore(name(column)) == wanted
                          && fits(role, column),
                  column -> -column)
              .ifPresent(column -> roles.byName(role, column));
        }
      }
    }
    preferProductToPerson();
    preferCode();
    dropRepeatedLineNumber();
  }

  /** A line number that repeats within an order would make two lines one. */
  private void dropRepeatedLineNumber() {
    if (roles.has(Role.LINE_NUMBER)
        && (!roles.has(Role.ORDER)
            || dependence.hasRepeats(roles.index(Role.ORDER), roles.index(Role.LINE_NUMBER)))) {
      roles.drop(Role.LINE_NUMBER);
    }
  }

  /** A column that is only called name may hold a person's; one called product is a product's. */
  private void preferProductToPerson() {
    if (!roles.has(Role.PRODUCT_NAME) || !isBareName(name(roles.index(Role.PRODUCT_NAME)))) {
      return;
    }
    best(
            column ->
                isFree(column)
                    && Role.PRODUCT.nameScore(name(column)) == 2
                    && fits(Role.PRODUCT_NAME, column),
            column -> profile.column(column).withBlankShare())
        .ifPresent(column -> roles.byName(Role.PRODUCT_NAME, column));
  }

  private static boolean isBareName(String column) {
    return Role.plain(column).equals("name");
  }

  /** A column named product that holds texts, beside no other: it is name and code in one. */
  private void preferCode() {
    if (!roles.has(Role.PRODUCT) && roles.has(Role.PRODUCT_NAME)) {
      roles.move(Role.PRODUCT_NAME, Role.PRODUCT);
    }
  }

  private void byContents() {
    orderedAtByContent();
    orderByContent();
    customerByContent();
    productByContent();
    numbersByContent();
  }

  private void orderedAtByContent() {
    if (!roles.has(Role.ORDERED_AT)) {
      best(
              column -> isFree(column) && Role.ORDERED_AT.admits(profile.column(column)),
              column -> profile.column(column).distinct().estimate())
          .ifPresent(column -> roles.byContent(Role.ORDERED_AT, column));
    }
  }

  /** What fixes the day of the order: the column with the most values that does. */
  private void orderByContent() {
    if (roles.has(Role.ORDER) || !roles.has(Role.ORDERED_AT)) {
      return;
    }
    int time = roles.index(Role.ORDERED_AT);
    best(
            column -> isFree(column) && isKeyLike(column) && fixesDay(column, time),
            column -> dependence.distinct(column))
        .ifPresent(column -> roles.byContent(Role.ORDER, column));
  }

  private boolean fixesDay(int column, int time) {
    Dependence.Strength strength =
        dependence.of(column, time, text -> text.length() > 10 ? text.substring(0, 10) : text);
    return strength.groups() >= 20
        && strength.fixed() >= NEARLY_ALWAYS
        && strength.meanRecords() >= 1.1;
  }

  /** What an order fixes and is not the time: the column with the most values. */
  private void customerByContent() {
    if (roles.has(Role.CUSTOMER) || !roles.has(Role.ORDER)) {
      return;
    }
    int order = roles.index(Role.ORDER);
    best(
            column ->
                isFree(column)
                    && isKeyLike(column)
                    && dependence.of(order, column).fixed() >= NEARLY_ALWAYS
                    && dependence.of(column, order).fixed() < NEARLY_ALWAYS,
            column -> dependence.distinct(column))
        .filter(column -> dependence.distinct(column) > 20)
        .ifPresent(column -> roles.byContent(Role.CUSTOMER, column));
  }

  /** What changes within an order and comes back in others; codes before texts. */
  private void productByContent() {
    if (roles.has(Role.PRODUCT) || !roles.has(Role.ORDER)) {
      return;
    }
    int order = roles.index(Role.ORDER);
    best(
            column ->
                isFree(column)
                    && isKeyLike(column)
                    && isNoMeasure(column)
                    && dependence.distinct(column) > 20
                    && dependence.of(order, column).fixed() < 0.5,
            column ->
                -profile.column(column).withBlankShare() * 100 + dependence.distinct(column) * 1e-6)
        .ifPresent(column -> roles.byContent(Role.PRODUCT, column));
    if (roles.has(Role.PRODUCT) && !roles.has(Role.PRODUCT_NAME)) {
      nameByContent(roles.index(Role.PRODUCT));
    }
  }

  private void nameByContent(int product) {
    best(
            column ->
                isFree(column)
                    && profile.column(column).withBlankShare() > 0.3
                    && dependence.of(product, column).fixed() > 0.7,
            column -> profile.column(column).meanLength())
        .ifPresent(column -> roles.byContent(Role.PRODUCT_NAME, column));
  }

  /**
   * Whole numbers are quantities; of numbers with fractions the one that a product fixes is its
   * price.
   */
  private void numbersByContent() {
    if (!roles.has(Role.ORDERED_AT) || !(roles.has(Role.ORDER) || roles.has(Role.CUSTOMER))) {
      return;
    }
    if (!roles.has(Role.QUANTITY)) {
      best(
              column -> isFree(column) && isSmallCount(column) && repeatsInOrders(column),
              column -> profile.column(column).negative() - column * 1e-3)
          .ifPresent(column -> roles.byContent(Role.QUANTITY, column));
    }
    if (!roles.has(Role.UNIT_PRICE) && !roles.has(Role.AMOUNT)) {
      best(
              column -> isFree(column) && isMoneyLike(column),
              column ->
                  roles.column(Role.PRODUCT).map(p -> dependence.of(p, column).fixed()).orElse(0.0))
          .ifPresent(column -> roles.byContent(Role.UNIT_PRICE, column));
    }
  }

  /** What never repeats within an order numbers its lines. */
  private boolean repeatsInOrders(int column) {
    return roles.column(Role.ORDER).map(o -> dependence.hasRepeats(o, column)).orElse(true);
  }

  private boolean isSmallCount(int column) {
    ColumnProfile each = profile.column(column);
    return each.numericShare() >= NEARLY_ALWAYS
        && !each.hasFractions()
        && !each.hasTrailingZero()
        && each.emptyShare() < 0.05
        && each.meanLength() < 4
        && each.topValue().map(top -> top.getKey().length() <= 2).orElse(false)
        && dependence.distinct(column) > 1;
  }

  private boolean isMoneyLike(int column) {
    ColumnProfile each = profile.column(column);
    return each.hasFractions() && each.numericShare() >= NEARLY_ALWAYS && each.emptyShare() < 0.05;
  }

  private boolean isNoMeasure(int column) {
    return !isSmallCount(column) && !isMoneyLike(column);
  }

  private boolean isKeyLike(int column) {
    int distinct = dependence.distinct(column);
    return Role.isId(profile.column(column)) && distinct > 1 && distinct < dependence.size();
  }

  private boolean fits(Role role, int column) {
    return role.admits(profile.column(column));
  }

  private boolean isFree(int column) {
    return !roles.isTaken(column) && !name(column).isBlank();
  }

  private String name(int column) {
    return profile.dialect().columns().get(column);
  }

  private Optional<Integer> best(IntPredicate fits, ToDoubleFunction<Integer> score) {
    return IntStream.range(0, profile.columns().size())
        .filter(fits)
        .boxed()
        .max(Comparator.comparingDouble(score).thenComparing(column -> -column));
  }
}
