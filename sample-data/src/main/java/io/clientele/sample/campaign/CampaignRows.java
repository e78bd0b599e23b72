package io.clientele.sample.campaign;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.people.Campaign;
import io.clientele.sample.people.Campaigns;
import io.clientele.sample.people.Campaigns.Arm;
import io.clientele.sample.people.Clerk;
import io.clientele.sample.people.ContactForm;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.util.List;

/**
 * Files of the campaign tool. It knows people by their mail address and numbers of its own; after
 * the first year it calls the column of the group otherwise.
 */
final class CampaignRows {
  private static final Dialect DIALECT = Dialect.PLAIN;
  private static final int RENAMED_FROM_MONTH = 12;
  private static final int GROUP_COLUMN = 3;

  static final Layout CAMPAIGNS =
      Layout.of(
          "campaigns",
          DIALECT,
          Cadence.MONTHLY,
          "CampaignCode",
          "Name",
          "Medium",
          "Offer",
          "StartsOn",
          "EndsOn");

  static final Layout RECIPIENTS =
      Layout.of(
              "recipients",
              DIALECT,
              Cadence.MONTHLY,
              "RecipientNumber",
              "Email",
              "FirstName",
              "LastName",
              "CreatedOn")
          .with(Fault.cell(DIALECT, "missing_customer", "missing(source_customer_id)", 2, 0, ""));

  static final Layout CONTACTS =
      Layout.of(
              "contacts",
              DIALECT,
              Cadence.MONTHLY,
              "ContactNumber",
              "CampaignCode",
              "RecipientNumber",
              "Treatment",
              "ContactedOn")
          .with(
              Fault.cell(DIALECT, "missing_campaign", "missing(campaign_id)", 2, 1, ""),
              Fault.cell(
                  DIALECT, "impossible_date", "not_a_date(contacted_on)", 2, 4, "2024-02-31"),
              Fault.cell(DIALECT, "missing_contact", "missing(contact_id)", 1, 0, ""))
          .with(Layout.Mishaps.renamed(RENAMED_FROM_MONTH, GROUP_COLUMN, "TestGroup"));

  static final Layout RESPONSES =
      Layout.of(
              "responses",
              DIALECT,
              Cadence.MONTHLY,
              "ContactNumber",
              "Kind",
              "RespondedOn",
              "OrderNumber")
          .with(Fault.cell(DIALECT, "missing_kind", "missing(response_kind)", 2, 1, ""));

  private final Retailer retailer;
  private final Campaigns campaigns;
  private final Responses responses;

  CampaignRows(Retailer retailer) {
    this.retailer = retailer;
    this.campaigns = retailer.campaigns();
    this.responses = new Responses(retailer);
  }

  void campaigns(Period period, Rows.Sink sink) {
    for (Campaign campaign : campaigns.all()) {
      if (period.holds(campaign.startDay())) {
        sink.write(Rows.Sink.NOBODY, 0, cells(campaign));
      }
    }
  }

  void recipients(Period period, Rows.Sink sink) {
    retailer.forEachCustomer(
        life -> {
          int day = campaigns.firstDay(life);
          if (period.holds(day)) {
            ContactForm form = retailer.forms().of(life, day, Clerk.CAMPAIGN);
            sink.write(
                life.index(),
                0,
                List.of(
                    CampaignTool.recipientNumber(life),
                    form.email(),
                    form.firstName(),
                    form.lastName(),
                    retailer.dateText(day)));
          }
        });
  }

  void contacts(Period period, Rows.Sink sink) {
    for (Campaign campaign : campaigns.all()) {
      if (period.holds(campaign.startDay())) {
        forEachContact(
            campaign, (life, arm) -> sink.write(life.index(), 0, contact(life, campaign, arm)));
      }
    }
  }

  void responses(Period period, Rows.Sink sink) {
    for (Campaign campaign : campaigns.all()) {
      if (campaign.startDay() <= period.lastDay() && campaign.lastDay() >= period.firstDay()) {
        forEachContact(campaign, (life, arm) -> responses(period, sink, life, campaign, arm));
      }
    }
  }

  private void responses(Period period, Rows.Sink sink, Life life, Campaign campaign, Arm arm) {
    for (Responses.Response response : responses.of(life, campaign, arm)) {
      if (period.holds(response.day())) {
        sink.write(
            life.index(),
            0,
            List.of(
                number(life, campaign),
                response.kind(),
                retailer.dateText(response.day()),
                response.order()));
      }
    }
  }

  private void forEachContact(Campaign campaign, Contact visitor) {
    retailer.forEachCustomer(
        life -> {
          Arm arm = campaigns.arm(life, campaign);
          if (arm != Arm.NONE) {
            visitor.is(life, arm);
          }
        });
  }

  private List<String> cells(Campaign campaign) {
    return List.of(
        campaign.code(),
        campaign.name(),
        campaign.isByMail() ? "EMAIL" : "POST",
        campaign.offer(),
        retailer.dateText(campaign.startDay()),
        retailer.dateText(campaign.lastDay()));
  }

  private List<String> contact(Life life, Campaign campaign, Arm arm) {
    return List.of(
        number(life, campaign),
        campaign.code(),
        CampaignTool.recipientNumber(life),
        arm.name(),
        retailer.dateText(campaign.startDay()));
  }

  private static String number(Life life, Campaign campaign) {
    return "N" + campaign.code().substring(3) + "-" + (1 + life.index());
  }

  private interface Contact {
    void is(Life life, Arm arm);
  }
}
