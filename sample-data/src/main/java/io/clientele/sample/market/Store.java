package io.clientele.sample.market;

import java.util.List;

/** A shop of the retailer. */
public record Store(String number, String name, String city, String region) {
  public static final List<Store> ALL =
      List.of(
          new Store("01", "Nordlicht Hamburg Hafen", "Hamburg", "Nord"),
          new Store("02", "Nordlicht Kiel", "Kiel", "Nord"),
          new Store("03", "Nordlicht Bremen", "Bremen", "Nord"),
          new Store("04", "Nordlicht Berlin Mitte", "Berlin", "Ost"),
          new Store("05", "Nordlicht Leipzig", "Leipzig", "Ost"),
          new Store("06", "Nordlicht Dresden", "Dresden", "Ost"),
          new Store("07", "Nordlicht München", "München", "Süd"),
          new Store("08", "Nordlicht Nürnberg", "Nürnberg", "Süd"),
          new Store("09", "Nordlicht Stuttgart", "Stuttgart", "Süd"),
          new Store("10", "Nordlicht Köln", "Köln", "West"),
          new Store("11", "Nordlicht Düsseldorf", "Düsseldorf", "West"),
          new Store("12", "Nordlicht Frankfurt", "Frankfurt am Main", "West"));

  /** Store of a region, by a number that need not be in range. */
  public static Store near(String region, int any) {
    List<Store> near = ALL.stream().filter(store -> store.region().equals(region)).toList();
    return near.get(Math.floorMod(any, near.size()));
  }
}
