package io.clientele.sample.webshop;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Profile;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.util.List;

/** What web customers allow and forbid, each time they say so. */
final class WebConsents implements Rows {
  private static final Dialect DIALECT = Dialect.WEBSHOP;
  static final Layout LAYOUT =
      Layout.of(
              "consents",
              DIALECT,
              Cadence.HISTORY_THEN_MONTHLY,
              "ConsentNumber",
              "CustomerNumber",
              "Purpose",
              "IsGranted",
              "RecordedOn",
              "RecordedBy")
          .with(
              Fault.cell(DIALECT, "text_consent", "not_a_boolean(is_granted)", 2, 3, "vielleicht"),
              Fault.cell(DIALECT, "missing_purpose", "missing(purpose)", 2, 2, ""));

  private final Retailer retailer;

  WebConsents(Retailer retailer) {
    this.retailer = retailer;
  }

  @Override
  public void write(Period period, Sink sink) {
    retailer.forEachCustomer(
        life -> {
          int registered = life.from(Channel.ONLINE);
          int changed = retailer.identities().newsletterDay(life);
          if (period.holds(registered)) {
            Profile profile = retailer.identities().profile(life, registered);
            if (!profile.consent().isEmpty()) {
              write(sink, life, "marketing", profile.consent(), registered);
            }
            write(sink, life, "newsletter", newsletter(profile), registered);
          }
          if (period.holds(changed) && changed > registered) {
            Profile profile = retailer.identities().profile(life, changed);
            write(sink, life, "newsletter", newsletter(profile), changed);
          }
        });
  }

  private static String newsletter(Profile profile) {
    return Boolean.toString(!profile.newsletter().equals("never"));
  }

  private void write(Sink sink, Life life, String purpose, String granted, int day) {
    String number = retailer.customerNumber(life) + "-" + purpose.charAt(0);
    sink.write(
        life.index(),
        0,
        List.of(
            "E-" + number + (day == life.from(Channel.ONLINE) ? "1" : "2"),
            retailer.customerNumber(life),
            purpose,
            granted,
            retailer.calendar().date(day).toString(),
            day == life.from(Channel.ONLINE) ? "registration" : "preferences"));
  }
}
