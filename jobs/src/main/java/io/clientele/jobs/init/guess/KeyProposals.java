package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import io.clientele.jobs.init.profile.FileProfile;
import io.clientele.jobs.init.profile.TimeGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who, what and when: order, time, customer, product. */
final class KeyProposals {
  private final FileProfile profile;
  private final Roles roles;

  KeyProposals(FileProfile profile, Roles roles) {
    this.profile = profile;
    this.roles = roles;
  }

  List<Proposal> all() {
    List<Proposal> all = new ArrayList<>();
    all.add(order());
    all.add(orderedAt());
    all.add(customer());
    all.addAll(product());
    return all;
  }

  private Proposal order() {
    if (roles.has(Role.ORDER)) {
      ColumnProfile column = column(Role.ORDER);
      double linesEach = (double) profile.lines() / Math.max(1, column.distinct().estimate());
      String evidence =
          opening(Role.ORDER)
              + values(column)
              + String.format(Locale.ROOT, ", %.1f lines each", linesEach);
      return new Proposal(
          "order_id", id(column, false), Role.ORDER.title(), column.name(), evidence);
    }
    if (roles.has(Role.CUSTOMER) && roles.has(Role.ORDERED_AT)) {
      ColumnProfile customer = column(Role.CUSTOMER);
      ColumnProfile time = column(Role.ORDERED_AT);
      String parts = id(customer, false) + ", '|', " + Sql.column(time.name());
      return new Proposal(
          "order_id",
          "concat(" + parts + ")",
          Role.ORDER.title(),
          customer.name() + " + " + time.name(),
          "no column looks like an order number: the lines of one customer and one "
              + (time.time().hasTimeOfDay() ? "time" : "day")
              + " are taken as one order");
    }
    return Proposal.toFill(
        "order_id", Role.ORDER.title(), "no column looks like an order number; name the column");
  }

  private Proposal orderedAt() {
    if (!roles.has(Role.ORDERED_AT)) {
      return Proposal.toFill(
          "ordered_at",
          Role.ORDERED_AT.title(),
          "no column holds dates in a known form; name the column, and its form as"
              + " timestamp_format above");
    }
    ColumnProfile column = column(Role.ORDERED_AT);
    TimeGuess time = column.time();
    String expression = Sql.column(column.name());
    String from = column.name();
    if (isInTwoColumns()) {
      ColumnProfile clock = column(Role.TIME_OF_DAY);
      expression = "concat(" + expression + ", ' ', " + Sql.column(clock.name()) + ")";
      from += " + " + clock.name();
    }
    String evidence =
        opening(Role.ORDERED_AT)
            + Words.emptiness(column)
            + ", reads as "
            + timestampFormat()
            + ", from "
            + time.first()
            + " to "
            + time.last()
            + (time.unread() > 0 ? ", " + Words.number(time.unread()) + " cells do not" : "")
            + (time.isAmbiguous()
                ? "; day and month could also change places: check timestamp_format"
                : "");
    return new Proposal("ordered_at", expression, Role.ORDERED_AT.title(), from, evidence);
  }

  private boolean isInTwoColumns() {
    return roles.has(Role.TIME_OF_DAY) && !column(Role.ORDERED_AT).time().hasTimeOfDay();
  }

  /** Pattern of the time, or of date and time of day side by side. */
  String timestampFormat() {
    String pattern = column(Role.ORDERED_AT).time().pattern().orElseThrow();
    return isInTwoColumns()
        ? pattern + " " + column(Role.TIME_OF_DAY).time().pattern().orElseThrow()
        : pattern;
  }

  private Proposal customer() {
    if (!roles.has(Role.CUSTOMER)) {
      return Proposal.toFill(
          "source_customer_id",
          Role.CUSTOMER.title(),
          "no column looks like a customer number; name the column: without it nobody is scored");
    }
    ColumnProfile column = column(Role.CUSTOMER);
    String evidence = opening(Role.CUSTOMER) + Words.emptiness(column) + ", " + count(column);
    if (column.hasTrailingZero()) {
      evidence += ", looks numeric with a trailing `.0`, which is removed";
    }
    if (column.empty() > 0) {
      evidence +=
          "; the " + Words.number(column.empty()) + " lines without one stay as anonymous sales";
    }
    return new Proposal(
        "source_customer_id", id(column, false), Role.CUSTOMER.title(), column.name(), evidence);
  }

  private List<Proposal> product() {
    if (!roles.has(Role.PRODUCT)) {
      return List.of(
          new Proposal(
              "product_id",
              Sql.text("not recorded"),
              Role.PRODUCT.title(),
              "",
              "no column looks like a product: every line is of one product, 'not recorded'"));
    }
    ColumnProfile column = column(Role.PRODUCT);
    boolean isFolded = isFolded(column);
    String evidence = opening(Role.PRODUCT) + values(column);
    if (isFolded) {
      evidence +=
          ", "
              + Words.number(column.distinctFolded().estimate())
              + " when small and capital letters are the same, which they are taken to be";
    }
    List<Proposal> proposals = new ArrayList<>();
    proposals.add(
        new Proposal(
            "product_id", id(column, isFolded), Role.PRODUCT.title(), column.name(), evidence));
    if (!roles.has(Role.PRODUCT_NAME)
        && column.numericShare() < 0.5
        && column.withBlankShare() > 0.2) {
      proposals.add(
          new Proposal(
              "product_name",
              Sql.column(column.name()),
              Role.PRODUCT_NAME.title(),
              column.name(),
              "there is no other: its code is its name"));
    }
    return proposals;
  }

  private static boolean isFolded(ColumnProfile column) {
    return column.distinct().isExact()
        && column.distinctFolded().estimate() < column.distinct().estimate();
  }

  /** The product's code in capitals, for comparing. */
  String productCode() {
    return id(column(Role.PRODUCT), true);
  }

  private static String id(ColumnProfile column, boolean isFolded) {
    String expression = Sql.column(column.name());
    if (column.padded() > 0) {
      expression = "trim(" + expression + ")";
    }
    if (column.hasTrailingZero()) {
      expression = "regexp_replace(" + expression + ", '[.]0$', '')";
    }
    return isFolded ? "upper(" + expression + ")" : expression;
  }

  private String opening(Role role) {
    return Words.opening(column(role), role, roles) + ": ";
  }

  private static String values(ColumnProfile column) {
    return count(column) + ", " + Words.emptiness(column);
  }

  private static String count(ColumnProfile column) {
    return Words.values(column.distinct());
  }

  private ColumnProfile column(Role role) {
    return profile.column(roles.index(role));
  }
}
