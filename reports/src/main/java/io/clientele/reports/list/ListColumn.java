package io.clientele.reports.list;

import static io.clientele.warehouse.report.RptChurnCallList.ABC_CLASS;
import static io.clientele.warehouse.report.RptChurnCallList.AS_OF_DATE;
import static io.clientele.warehouse.report.RptChurnCallList.CHURN_PROBABILITY;
import static io.clientele.warehouse.report.RptChurnCallList.CITY;
import static io.clientele.warehouse.report.RptChurnCallList.COUNTRY;
import static io.clientele.warehouse.report.RptChurnCallList.CURRENT_GAP_DAYS;
import static io.clientele.warehouse.report.RptChurnCallList.CUSTOMER_ID;
import static io.clientele.warehouse.report.RptChurnCallList.DATA_CONFIDENCE;
import static io.clientele.warehouse.report.RptChurnCallList.EMAIL;
import static io.clientele.warehouse.report.RptChurnCallList.FULL_NAME;
import static io.clientele.warehouse.report.RptChurnCallList.IS_EARLY_WARNING;
import static io.clientele.warehouse.report.RptChurnCallList.IS_MARKETING_ALLOWED;
import static io.clientele.warehouse.report.RptChurnCallList.LAST_PURCHASE_ON;
import static io.clientele.warehouse.report.RptChurnCallList.LIST_RANK;
import static io.clientele.warehouse.report.RptChurnCallList.MODEL_VERSION;
import static io.clientele.warehouse.report.RptChurnCallList.PHONE;
import static io.clientele.warehouse.report.RptChurnCallList.REASON_1_TEXT;
import static io.clientele.warehouse.report.RptChurnCallList.REASON_2_TEXT;
import static io.clientele.warehouse.report.RptChurnCallList.REASON_3_TEXT;
import static io.clientele.warehouse.report.RptChurnCallList.REGION;
import static io.clientele.warehouse.report.RptChurnCallList.RFM_SEGMENT;
import static io.clientele.warehouse.report.RptChurnCallList.RISK_BAND;
import static io.clientele.warehouse.report.RptChurnCallList.SOURCE_CUSTOMER_IDS;
import static io.clientele.warehouse.report.RptChurnCallList.SPEND_LAST_365_DAYS;
import static io.clientele.warehouse.report.RptChurnCallList.USUAL_GAP_DAYS;
import static io.clientele.warehouse.report.RptChurnCallList.VALUE_AT_RISK;

import io.clientele.reports.published.Role;
import io.clientele.reports.published.Sql;
import io.clientele.reports.text.OutputFormat;
import io.clientele.reports.text.RowSink.Column;
import io.clientele.warehouse.spec.Field;
import java.util.List;

/**
 * A column of the churn list: how it is called and shown. Amounts are rounded here, for display.
 *
 * @param field of the report table
 * @param heading for people; {@code $} stands for the currency
 * @param shape SQL over the field, {@code %s} is its name
 * @param isNumber whether it is a number
 * @param isOnTerminal whether the short table shows it
 */
record ListColumn(
    Field field, String heading, String shape, boolean isNumber, boolean isOnTerminal) {
  private static final String MONEY = "round(%s, 2)";
  private static final String PERCENT = "round(%s * 100, 1)";
  private static final String ROUNDED = "round(%s, 1)";
  private static final String YES_NO = "CASE WHEN %1$s THEN 'yes' WHEN NOT %1$s THEN 'no' END";
  private static final String REASON = "coalesce(%s, 'no single reason stands out')";
  private static final String CONSENT = "CASE WHEN %s THEN 'yes' ELSE 'not known' END";

  private static final List<ListColumn> ALL =
      List.of(
          number(LIST_RANK, "Rank", "%s").onTerminal(),
          text(CUSTOMER_ID, "Customer").onTerminal(),
          text(SOURCE_CUSTOMER_IDS, "Numbers in the sources"),
          text(FULL_NAME, "Name").onTerminal(),
          text(EMAIL, "E-mail"),
          text(PHONE, "Phone"),
          text(CITY, "City"),
          text(REGION, "Region").onTerminal(),
          text(COUNTRY, "Country"),
          text(IS_MARKETING_ALLOWED, "Contact allowed", CONSENT),
          text(RFM_SEGMENT, "Segment").onTerminal(),
          text(ABC_CLASS, "ABC class"),
          text(RISK_BAND, "Risk of leaving").onTerminal(),
          number(CHURN_PROBABILITY, "Chance of leaving (%)", PERCENT),
          number(VALUE_AT_RISK, "Value at risk ($)", MONEY).onTerminal(),
          number(CURRENT_GAP_DAYS, "Days since last purchase", "%s"),
          number(USUAL_GAP_DAYS, "Usual days between purchases", ROUNDED),
          text(IS_EARLY_WARNING, "Early warning", YES_NO),
          text(REASON_1_TEXT, "Reason 1", REASON).onTerminal(),
          text(REASON_2_TEXT, "Reason 2"),
          text(REASON_3_TEXT, "Reason 3"),
          number(SPEND_LAST_365_DAYS, "Spend last 365 days ($)", MONEY),
          text(LAST_PURCHASE_ON, "Last purchase"),
          text(DATA_CONFIDENCE, "Confidence of the data"),
          text(AS_OF_DATE, "As of"),
          text(MODEL_VERSION, "Model version"));

  /** Files hold every column, a table on a terminal the ones that fit. */
  static List<ListColumn> of(OutputFormat format) {
    return format == OutputFormat.TABLE
        ? ALL.stream().filter(ListColumn::isOnTerminal).toList()
        : ALL;
  }

  private static ListColumn text(Field field, String heading) {
    return text(field, heading, "%s");
  }

  private static ListColumn text(Field field, String heading, String shape) {
    return new ListColumn(field, heading, shape, false, false);
  }

  private static ListColumn number(Field field, String heading, String shape) {
    return new ListColumn(field, heading, shape, true, false);
  }

  private ListColumn onTerminal() {
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
