package io.clientele.sample.people;

import java.util.List;

/**
 * A place to live.
 *
 * @param postcodes first digits of its postal codes
 * @param phone dialling code and a block of numbers that are kept free for films and books; people
 *     have an extension behind, so that strangers seldom share a number
 */
public record Town(String name, String postcodes, String region, String country, String phone) {
  static final List<Town> ALL =
      List.of(
          new Town("Hamburg", "22", "Nord", "DE", "040 66969"),
          new Town("Hamburg", "20", "Nord", "DE", "040 66969"),
          new Town("Kiel", "241", "Nord", "DE", "040 66969"),
          new Town("Lübeck", "235", "Nord", "DE", "040 66969"),
          new Town("Bremen", "28", "Nord", "DE", "040 66969"),
          new Town("Berlin", "10", "Ost", "DE", "030 23125"),
          new Town("Berlin", "12", "Ost", "DE", "030 23125"),
          new Town("Berlin", "13", "Ost", "DE", "030 23125"),
          new Town("Leipzig", "04", "Ost", "DE", "030 23125"),
          new Town("Dresden", "01", "Ost", "DE", "030 23125"),
          new Town("München", "80", "Süd", "DE", "089 99998"),
          new Town("München", "81", "Süd", "DE", "089 99998"),
          new Town("Nürnberg", "904", "Süd", "DE", "089 99998"),
          new Town("Würzburg", "970", "Süd", "DE", "089 99998"),
          new Town("Stuttgart", "70", "Süd", "DE", "069 90009"),
          new Town("Tübingen", "720", "Süd", "DE", "069 90009"),
          new Town("Köln", "50", "West", "DE", "0221 4710"),
          new Town("Düsseldorf", "40", "West", "DE", "0221 4710"),
          new Town("Münster", "481", "West", "DE", "0221 4710"),
          new Town("Frankfurt am Main", "60", "West", "DE", "069 90009"),
          new Town("Mainz", "551", "West", "DE", "069 90009"),
          new Town("Wien", "1", "Süd", "AT", "+43 1 555"),
          new Town("Zürich", "80", "Süd", "CH", "+41 44 555"));

  /** Length of a postal code. */
  int postcodeLength() {
    return country.equals("DE") ? 5 : 4;
  }
}
