package io.clientele.sample.loyalty;

import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Desks;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;
import java.util.List;

/** The loyalty programme: semicolon, UTF-8, German headers, ISO dates. */
public final class Loyalty {
  public static final String NAME = "loyalty";

  private Loyalty() {}

  public static SourceSystem of(Retailer retailer, PlantedTruth truth) {
    return new Desks(NAME, retailer, truth)
        .with(Members.LAYOUT, new Members(retailer))
        .with(Accounts.LAYOUT, new Accounts(retailer));
  }

  /** What the files say about the person at the end of the day; empty if nothing. */
  public static List<String> member(Retailer retailer, Life life, int day) {
    List<String> cells = new Members(retailer).cells(life, day);
    return cells.isEmpty() ? cells : cells.subList(0, cells.size() - 1);
  }
}
