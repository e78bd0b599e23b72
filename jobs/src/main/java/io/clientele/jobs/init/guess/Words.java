package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import io.clientele.jobs.init.profile.DistinctSample;
import java.util.Locale;

/** Numbers in sentences. */
final class Words {
  private Words() {}

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String money(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  static String values(DistinctSample distinct) {
    return (distinct.isExact() ? "" : "about ") + number(distinct.estimate()) + " values";
  }

  /** "24.9 % empty" or "never empty". */
  static String emptiness(ColumnProfile column) {
    if (column.empty() == 0) {
      return "never empty";
    }
    return column.emptyShare() < 0.001
        ? number(column.empty()) + " empty"
        : percent(column.emptyShare()) + " empty";
  }

  /** "`name` as role" with how it was found. */
  static String opening(ColumnProfile column, Role role, Roles roles) {
    String how = roles.isByContent(role) ? " (by what it holds, not by its name)" : "";
    return "`" + column.name() + "` as " + role.title() + how;
  }

  /** The most frequent value and its share. */
  static String top(ColumnProfile column) {
    return column
        .topValue()
        .map(
            top ->
                ", most often "
                    + top.getKey()
                    + " ("
                    + percent((double) top.getValue() / column.lines())
                    + ")")
        .orElse("");
  }
}
