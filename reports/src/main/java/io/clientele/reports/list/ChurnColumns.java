package io.clientele.reports.list;

import static io.clientele.reports.list.ListColumn.CONSENT;
import static io.clientele.reports.list.ListColumn.MONEY;
import static io.clientele.reports.list.ListColumn.PERCENT;
import static io.clientele.reports.list.ListColumn.ROUNDED;
import static io.clientele.reports.list.ListColumn.YES_NO;
import static io.clientele.reports.list.ListColumn.number;
import static io.clientele.reports.list.ListColumn.text;
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

import java.util.List;

/** The columns of the churn list, in their order. */
final class ChurnColumns {
  private static final String REASON = "coalesce(%s, 'no single reason stands out')";

  static final List<ListColumn> ALL =
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

  private ChurnColumns() {}
}
