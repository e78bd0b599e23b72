package io.clientele.sample.market;

import java.util.List;

/**
 * A page of the catalogue: how its articles are called and what one costs in the middle.
 *
 * @param euros middle price
 * @param kinds what there is, each with its price as a multiple of the middle price
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
          page(
              "Zelte",
              170,
              "Kuppelzelt*1 Trekkingzelt*1.4 Tarp*0.4 Familienzelt*1.7 Zeltunterlage*0.2",
              "FJ BE"),
          page(
              "Schlafsäcke & Matten",
              90,
              "Daunenschlafsack*1.8 Schlafsack*1 Isomatte*0.6 Hüttenschlafsack*0.4",
              "FJ PO"),
          page(
              "Rucksäcke & Taschen",
              80,
              "Tagesrucksack*0.8 Wanderrucksack*1.5 Packsack*0.3 Reisetasche*1",
              "BE WA"),
          page(
              "Jacken",
              120,
              "Regenjacke*1 Fleecejacke*0.7 Daunenjacke*1.5 Softshelljacke*1",
              "PO BE WA"),
          page(
              "Hosen & Hemden",
              60,
              "Wanderhose*1.2 Zip-off-Hose*1.3 Wollhemd*1.1 Funktionsshirt*0.6",
              "WA BE"),
          page(
              "Schuhe & Socken",
              80,
              "Wanderschuh*1.7 Trailschuh*1.3 Merinosocke*0.25 Gamasche*0.5 Hüttenschuh*0.5",
              "WA FJ"),
          page(
              "Kocher & Geschirr",
              30,
              "Gaskocher*1.6 Topfset*1.4 Emaillebecher*0.4 Thermosflasche*0.9 Besteckset*0.5",
              "KE LU"),
          page(
              "Licht & Werkzeug",
              32,
              "Stirnlampe*1.1 Laterne*0.9 Taschenmesser*0.8 Beil*1.5 Multitool*1.4",
              "LU KE"),
          page(
              "Küche & Haushalt",
              24,
              "Pfanne*1.6 Küchenmesser*1.4 Brotdose*0.6 Teekanne*1.2 Schneidebrett*0.9",
              "KE HU"),
          page(
              "Decken & Wohnen",
              38,
              "Wolldecke*1.5 Kissen*0.7 Windlicht*0.5 Fußmatte*0.6 Sitzfell*1.2",
              "HU PO"));

  private static CategoryPage page(String name, double euros, String kinds, String brands) {
    return new CategoryPage(
        name,
        euros,
        List.of(kinds.split(" ")),
        List.of(brands.split(" ")).stream().map(CategoryPage::brand).toList());
  }

  /** Name of the article at a rank of the page; ranks do not share a name. */
  String article(int rank) {
    String kind = kind(rank)[0];
    int turn = rank / kinds.size();
    int model = (rank * 7 + name.length()) % MODELS.size();
    return kind + " " + MODELS.get(model) + (turn == 0 ? "" : " " + (turn + 1));
  }

  /** What the article at a rank costs in the middle. */
  double euros(int rank) {
    return euros * Double.parseDouble(kind(rank)[1]);
  }

  private String[] kind(int rank) {
    return kinds.get(rank % kinds.size()).split("\\*");
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
