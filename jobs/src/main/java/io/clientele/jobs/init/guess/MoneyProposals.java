package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import io.clientele.jobs.init.profile.FileProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much: quantity, price, discount. A line is worth quantity x unit_price - discount_amount. */
final class MoneyProposals {
  private static final String QUANTITY = "decimal(18,3)";
  private static final String PRICE = "decimal(18,4)";
  private static final String MONEY = "decimal(18,6)";

  private final FileProfile profile;
  private final Roles roles;
  private final Relations relations;

  MoneyProposals(FileProfile profile, Roles roles, Relations relations) {
    this.profile = profile;
    this.roles = roles;
    this.relations = relations;
  }

  List<Proposal> all() {
    List<Proposal> all = new ArrayList<>();
    all.add(quantity());
    if (isAmountUsed()) {
      all.addAll(fromAmount());
    } else if (roles.has(Role.UNIT_PRICE)) {
      all.add(unitPrice());
      all.addAll(discount());
    } else {
      all.add(
          Proposal.toFill(
              "unit_price",
              Role.UNIT_PRICE.title(),
              "no column looks like a price or an amount; name the column, or write 1 to count"
                  + " every piece as one, so that spend is a number of pieces"));
    }
    return all;
  }

  /** The amount wins where no price is, or where price and quantity do not give it. */
  private boolean isAmountUsed() {
    Arithmetic arithmetic = relations.arithmetic();
    boolean isExplained =
        arithmetic.isPlain()
            || (roles.has(Role.DISCOUNT)
                && (arithmetic.isLessDiscount() || arithmetic.isLessRate()));
    return roles.has(Role.AMOUNT) && !(roles.has(Role.UNIT_PRICE) && isExplained);
  }

  private Proposal quantity() {
    if (!roles.has(Role.QUANTITY)) {
      return new Proposal(
          "quantity",
          "1",
          Role.QUANTITY.title(),
          "",
          "no column looks like one: a line is one piece");
    }
    ColumnProfile column = column(Role.QUANTITY);
    String evidence = Words.opening(column, Role.QUANTITY, roles) + ": " + Words.emptiness(column);
    if (relations.negative() > 0) {
      evidence += ", " + Words.number(relations.negative()) + " lines below zero (returned)";
    }
    if (relations.zeroQuantity() > 0) {
      evidence +=
          ", "
              + Words.number(relations.zeroQuantity())
              + " lines of zero (refused: they sell nothing)";
    }
    return new Proposal(
        "quantity", Sql.column(column.name()), Role.QUANTITY.title(), column.name(), evidence);
  }

  private Proposal unitPrice() {
    ColumnProfile column = column(Role.UNIT_PRICE);
    Arithmetic arithmetic = relations.arithmetic();
    String evidence =
        Words.opening(column, Role.UNIT_PRICE, roles) + ": " + Words.emptiness(column);
    if (relations.notPositivePrice() > 0) {
      evidence += ", " + Words.number(relations.notPositivePrice()) + " lines of zero or below";
    }
    if (arithmetic.isPlain()) {
      evidence += "; times quantity it gives `" + column(Role.AMOUNT).name() + "`";
    } else if (roles.has(Role.QUANTITY) && arithmetic.meanOfSeveral() > 0) {
      evidence += "; it does not grow with the quantity" + growth();
    }
    return new Proposal(
        "unit_price", Sql.column(column.name()), Role.UNIT_PRICE.title(), column.name(), evidence);
  }

  private String growth() {
    Arithmetic arithmetic = relations.arithmetic();
    return String.format(
        Locale.ROOT,
        " (mean %.2f for one piece, %.2f for more)",
        arithmetic.meanOfSingles(),
        arithmetic.meanOfSeveral());
  }

  private List<Proposal> fromAmount() {
    ColumnProfile column = column(Role.AMOUNT);
    String amount = Sql.number(Sql.column(column.name()), MONEY, profile.isDecimalComma());
    String evidence = Words.opening(column, Role.AMOUNT, roles) + ": " + Words.emptiness(column);
    if (relations.arithmetic().growsWithQuantity()) {
      evidence += "; it grows with the quantity" + growth();
    }
    if (!roles.has(Role.QUANTITY)) {
      String price = Sql.column(column.name());
      return List.of(
          new Proposal("unit_price", price, Role.AMOUNT.title(), column.name(), evidence));
    }
    String quantity =
        Sql.number(Sql.column(column(Role.QUANTITY).name()), QUANTITY, profile.isDecimalComma());
    String price = "cast(try_divide(" + amount + ", " + quantity + ") as " + PRICE + ")";
    return List.of(
        new Proposal(
            "unit_price",
            "coalesce(" + price + ", 0)",
            Role.UNIT_PRICE.title(),
            column.name() + " / quantity",
            evidence + "; the price of one unit is amount / quantity"),
        new Proposal(
            "discount_amount",
            quantity + " * coalesce(" + price + ", 0) - " + amount,
            "rounding",
            column.name(),
            "what four decimals of the price round away, so that the line is worth exactly its"
                + " amount; discounts are taken to be in the amount already"));
  }

  private List<Proposal> discount() {
    if (!roles.has(Role.DISCOUNT) || relations.arithmetic().isPlain()) {
      return List.of();
    }
    ColumnProfile column = column(Role.DISCOUNT);
    Arithmetic arithmetic = relations.arithmetic();
    boolean isRate =
        arithmetic.isLessRate() || (!arithmetic.isLessDiscount() && arithmetic.isRate());
    boolean isProven = arithmetic.isLessRate() || arithmetic.isLessDiscount();
    boolean isComma = profile.isDecimalComma();
    String expression =
        isRate && roles.has(Role.QUANTITY)
            ? Sql.number(Sql.column(column(Role.QUANTITY).name()), QUANTITY, isComma)
                + " * "
                + Sql.number(Sql.column(column(Role.UNIT_PRICE).name()), PRICE, isComma)
                + " * "
                + Sql.number(Sql.column(column.name()), MONEY, isComma)
            : Sql.column(column.name());
    String evidence =
        Words.opening(column, Role.DISCOUNT, roles)
            + ": "
            + (isRate ? "a part of one, of the whole line" : "an amount, of the whole line")
            + (isProven ? "; with it price and quantity give the amount" : "; check it");
    return List.of(
        new Proposal(
            "discount_amount", expression, Role.DISCOUNT.title(), column.name(), evidence));
  }

  private ColumnProfile column(Role role) {
    return profile.column(roles.index(role));
  }
}
