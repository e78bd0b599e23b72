package io.clientele.reports.list;

import static io.clientele.reports.list.ListColumn.CONSENT;
import static io.clientele.reports.list.ListColumn.MONEY;
import static io.clientele.reports.list.ListColumn.number;
import static io.clientele.reports.list.ListColumn.text;
import static io.clientele.warehouse.dimension.DimCustomerProfile.CITY;
import static io.clientele.warehouse.dimension.DimCustomerProfile.COUNTRY;
import static io.clientele.warehouse.dimension.DimCustomerProfile.EMAIL;
import static io.clientele.warehouse.dimension.DimCustomerProfile.FULL_NAME;
import static io.clientele.warehouse.dimension.DimCustomerProfile.IS_MARKETING_ALLOWED;
import static io.clientele.warehouse.dimension.DimCustomerProfile.PHONE;
import static io.clientele.warehouse.dimension.DimCustomerProfile.REGION;
import static io.clientele.warehouse.dimension.DimCustomerProfile.SOURCE_CUSTOMER_IDS;
import static io.clientele.warehouse.dimension.DimProduct.CATEGORY;
import static io.clientele.warehouse.dimension.DimProduct.PRODUCT_NAME;
import static io.clientele.warehouse.score.ScrCustomerOffer.AS_OF_DATE;
import static io.clientele.warehouse.score.ScrCustomerOffer.CUSTOMER_ID;
import static io.clientele.warehouse.score.ScrCustomerOffer.DUE_DATE;
import static io.clientele.warehouse.score.ScrCustomerOffer.EVIDENCE_TEXT;
import static io.clientele.warehouse.score.ScrCustomerOffer.MODEL_VERSION;
import static io.clientele.warehouse.score.ScrCustomerOffer.OFFER_RANK;
import static io.clientele.warehouse.score.ScrCustomerOffer.PRODUCT_ID;
import static io.clientele.warehouse.score.ScrCustomerOffer.RULE_ID;
import static io.clientele.warehouse.score.ScrCustomerOffer.SOURCE;
import static io.clientele.warehouse.score.ScrCustomerSegment.RFM_SEGMENT;
import static io.clientele.warehouse.score.ScrCustomerValue.LIFETIME_VALUE;

import java.util.List;

/** The columns of the list of offers, in their order. */
final class OfferColumns {
  private static final String RESTS_ON =
      "CASE %s WHEN 'rule' THEN 'what is bought together' WHEN 'repurchase' THEN 'own rhythm'"
          + " ELSE 'customers who bought the same' END";

  static final List<ListColumn> ALL =
      List.of(
          text(CUSTOMER_ID, "Customer").onTerminal(),
          text(SOURCE_CUSTOMER_IDS, "Numbers in the sources"),
          text(FULL_NAME, "Name").onTerminal(),
          text(EMAIL, "E-mail"),
          text(PHONE, "Phone"),
          text(CITY, "City"),
          text(REGION, "Region"),
          text(COUNTRY, "Country"),
          text(IS_MARKETING_ALLOWED, "Contact allowed", CONSENT),
          text(RFM_SEGMENT, "Segment").onTerminal(),
          number(LIFETIME_VALUE, "Value expected in 12 months ($)", MONEY).onTerminal(),
          number(OFFER_RANK, "Offer", "%s").onTerminal(),
          text(PRODUCT_ID, "Product").onTerminal(),
          text(PRODUCT_NAME, "Product name").onTerminal(),
          text(CATEGORY, "Category"),
          text(EVIDENCE_TEXT, "Why").onTerminal(),
          text(SOURCE, "Rests on", RESTS_ON),
          text(DUE_DATE, "Due"),
          text(RULE_ID, "Rule"),
          text(AS_OF_DATE, "As of"),
          text(MODEL_VERSION, "Model version"));

  private OfferColumns() {}
}
