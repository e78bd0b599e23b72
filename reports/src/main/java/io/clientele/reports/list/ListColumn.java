package io.clientele.reports.list;

import io.clientele.reports.published.Role;
import io.clientele.reports.published.Sql;
import io.clientele.reports.text.OutputFormat;
import io.clientele.reports.text.RowSink.Column;
import io.clientele.warehouse.spec.Field;
import java.util.List;

/**
 * A column of a list: how it is called and shown. Amounts are rounded here, for display.
 *
 * @param field of the report table
 * @param heading for people; {@code $} stands for the currency
 * @param shape SQL over the field, {@code %s} is its name
 * @param isNumber whether it is a number
 * @param isOnTerminal whether the short table shows it
 */
record ListColumn(
    Field field, String heading, String shape, boolean isNumber, boolean isOnTerminal) {
  static final String MONEY = "round(%s, 2)";
  static final String PERCENT = "round(%s * 100, 1)";
  static final String ROUNDED = "round(%s, 1)";
  static final String YES_NO = "CASE WHEN %1$s THEN 'yes' WHEN NOT %1$s THEN 'no' END";
  static final String CONSENT = "CASE WHEN %s THEN 'yes' ELSE 'not known' END";

  /** Files hold every column, a table on a terminal the ones that fit. */
  static List<ListColumn> shown(List<ListColumn> all, OutputFormat format) {
    return format == OutputFormat.TABLE
        ? all.stream().filter(ListColumn::isOnTerminal).toList()
        : all;
  }

  static ListColumn text(Field field, String heading) {
    return text(field, heading, "%s");
  }

  static ListColumn text(Field field, String heading, String shape) {
    return new ListColumn(field, heading, shape, false, false);
  }

  static ListColumn number(Field field, String heading, String shape) {
    return new ListColumn(field, heading, shape, true, false);
  }

  ListColumn onTerminal() {
    return new ListColumn(field, heading, shape, isNumber, true);
  }

  /** The value, or a mask where there is one that the role may not see. */
  String expression(Role role, OutputFormat format) {
    if (!role.maySee(field.personal())) {
      return "CASE WHEN %s IS NOT NULL THEN %s END".formatted(field.name(), Sql.text(Role.MASK));
    }
    return format == OutputFormat.JSON ? forPrograms() : shape.formatted(field.name());
  }

  /** Programs get booleans, shares from 0 to 1 and unrounded gaps. */
  private String forPrograms() {
    return switch (shape) {
      case MONEY -> MONEY.formatted(field.name());
      case PERCENT -> "round(%s, 4)".formatted(field.name());
      default -> field.name();
    };
  }

  /** Programs get the name of the field, people a heading. */
  Column heading(OutputFormat format, String currencyCode) {
    return new Column(
        format == OutputFormat.JSON ? field.name() : heading.replace("$", currencyCode), isNumber);
  }
}
