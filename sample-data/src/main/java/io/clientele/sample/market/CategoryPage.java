package io.clientele.sample.market;

import java.util.List;

/**
 * A page of the catalogue: how its articles are called and what one costs in the middle.
 *
 * @param euros middle price
 */
record CategoryPage(String name, double euros, List<String> kinds, List<String> brands) {
  private static final List<String> MODELS =
      List.of(
          "Fjord",
          "Lofoten",
          "Tarn",
          "Skagen",
          "Rügen",
          "Höhenweg",
          "Senja",
          "Brise",
          "Polar",
          "Heide",
          "Kliff",
          "Nebelhorn",
          "Sund",
          "Düne",
          "Femund",
          "Moor");

  static final List<CategoryPage> ALL =
      List.of(
          page("Zelte", 179, "Kuppelzelt;Trekkingzelt;Tarp;Familienzelt;Zeltunterlage", "FJ;BE"),
          page(
              "Schlafsäcke & Matten",
              89,
              "Daunenschlafsack;Schlafsack;Isomatte;Hüttenschlafsack",
              "FJ;PO"),
          page(
              "Rucksäcke & Taschen",
              79,
              "Tagesrucksack;Wanderrucksack;Packsack;Reisetasche",
              "BE;WA"),
          page("Jacken", 119, "Regenjacke;Fleecejacke;Daunenjacke;Softshelljacke", "PO;BE;WA"),
          page("Hosen & Hemden", 59, "Wanderhose;Zip-off-Hose;Wollhemd;Funktionsshirt", "WA;BE"),
          page(
              "Schuhe & Socken",
              69,
              "Wanderschuh;Trailschuh;Merinosocke;Gamasche;Hüttenschuh",
              "WA;FJ"),
          page(
              "Kocher & Geschirr",
              34,
              "Gaskocher;Topfset;Emaillebecher;Thermosflasche;Besteckset",
              "KE;LU"),
          page("Licht & Werkzeug", 29, "Stirnlampe;Laterne;Taschenmesser;Beil;Multitool", "LU;KE"),
          page(
              "Küche & Haushalt",
              24,
              "Pfanne;Küchenmesser;Brotdose;Teekanne;Schneidebrett",
              "KE;HU"),
          page("Decken & Wohnen", 39, "Wolldecke;Kissen;Windlicht;Fußmatte;Sitzfell", "HU;PO"));

  static CategoryPage page(String name, double euros, String kinds, String brands) {
    return new CategoryPage(
        name,
        euros,
        List.of(kinds.split(";")),
        List.of(brands.split(";")).stream().map(CategoryPage::brand).toList());
  }

  /** Name of the article at a rank of the page; ranks do not share a name. */
  String article(int rank) {
    String kind = kinds.get(rank % kinds.size());
    int turn = rank / kinds.size();
    int model = (rank * 7 + name.length()) % MODELS.size();
    return kind + " " + MODELS.get(model) + (turn == 0 ? "" : " " + (turn + 1));
  }

  private static String brand(String code) {
    return switch (code) {
      case "FJ" -> "Fjordstein";
      case "BE" -> "Bergwind";
      case "WA" -> "Waldläufer";
      case "PO" -> "Polarline";
      case "LU" -> "Lumo";
      case "KE" -> "Kessel & Co.";
      default -> "Hüttenglück";
    };
  }
}
