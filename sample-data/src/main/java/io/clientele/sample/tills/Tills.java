package io.clientele.sample.tills;

import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;
import java.util.List;

/** The tills: semicolon, windows-1252, decimal comma, German; flat receipt lines without a key. */
public final class Tills implements SourceSystem {
  public static final String NAME = "tills";

  private final List<SourceSystem> desks;

  public Tills(Retailer retailer, PlantedTruth truth) {
    Shelf shelf = new Shelf(retailer.options(), NAME, truth);
    this.desks =
        List.of(
            new TillStores(retailer, shelf),
            new TillCards(retailer, shelf),
            new TillReceipts(retailer, shelf, truth));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void day(int day) {
    desks.forEach(desk -> desk.day(day));
  }

  @Override
  public void end() {
    desks.forEach(SourceSystem::end);
  }

  /** What the files say about the person at the end of the day; empty if nothing. */
  public static List<String> card(Retailer retailer, Life life, int day) {
    return TillCards.isHolder(retailer, life, day)
        ? TillCards.cells(retailer, life, day)
        : List.of();
  }
}
