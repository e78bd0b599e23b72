package io.clientele.sample.truth;

import io.clientele.sample.campaign.CampaignTool;
import io.clientele.sample.contract.ContractDesk;
import io.clientele.sample.contract.Contracts;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.loyalty.Loyalty;
import io.clientele.sample.loyalty.Memberships;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Clerk;
import io.clientele.sample.people.ContactForm;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.TillSpelling;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.service.Cases;
import io.clientele.sample.service.ServiceDesk;
import io.clientele.sample.tills.Tills;
import io.clientele.sample.webshop.Webshop;
import java.util.List;

/** Which records in which systems are the same person. */
public final class IdentityTruth {
  private final Retailer retailer;
  private final Memberships memberships;
  private final Cases cases;
  private final Contracts contracts;
  private final ExtractFile file;

  private IdentityTruth(Retailer retailer, ExtractFile file) {
    this.retailer = retailer;
    this.memberships = new Memberships(retailer);
    this.cases = new Cases(retailer);
    this.contracts = new Contracts(retailer);
    this.file = file;
  }

  /** Writes identities.csv: one row per customer record that stands in any file. */
  public static void write(Retailer retailer, PlantedTruth truth) {
    try (ExtractFile file =
        truth.open(
            "identities",
            "person_id",
            "source",
            "source_customer_id",
            "known_from",
            "name_differs",
            "shared_contacts")) {
      IdentityTruth identities = new IdentityTruth(retailer, file);
      retailer.forEachCustomer(identities::records);
    }
  }

  private void records(Life life) {
    int last = retailer.calendar().days() - 1;
    if (life.isCustomer(Channel.ONLINE, last)) {
      row(life, Webshop.NAME, retailer.customerNumber(life), life.onlineFrom(), false, "");
    }
    if (life.isCustomer(Channel.STORE, last)) {
      row(life, Tills.NAME, retailer.cardNumber(life), life.storeFrom(), isMisspelt(life), "");
    }
    form(life, Loyalty.NAME, memberships.number(life), memberships.from(life), Clerk.LOYALTY);
    form(life, ServiceDesk.NAME, cases.contactNumber(life), cases.firstDay(life), Clerk.SERVICE);
    form(
        life,
        CampaignTool.NAME,
        CampaignTool.recipientNumber(life),
        retailer.campaigns().firstDay(life),
        Clerk.CAMPAIGN);
    form(
        life,
        ContractDesk.NAME,
        contracts.partnerNumber(life),
        contracts.from(life),
        Clerk.CONTRACT);
  }

  private boolean isMisspelt(Life life) {
    return TillSpelling.of(
            retailer.seed(), life, retailer.identities().profile(life, life.storeFrom()))
        .isDifferent();
  }

  private void form(Life life, String source, String id, int from, Clerk clerk) {
    if (from < retailer.calendar().days()) {
      ContactForm form = retailer.forms().of(life, from, clerk);
      row(life, source, id, from, form.isNameDifferent(), form.shared());
    }
  }

  private void row(Life life, String source, String id, int from, boolean differs, String shared) {
    file.write(
        List.of(
            CustomerTruth.person(life),
            source,
            id,
            retailer.calendar().date(from).toString(),
            Boolean.toString(differs),
            shared));
  }
}
