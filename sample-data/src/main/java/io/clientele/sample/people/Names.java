package io.clientele.sample.people;

import java.util.List;

/** Names as they are frequent in the north. */
final class Names {
  static final List<String> FIRST =
      words(
          "Anna Jürgen Sabine Thomas Birgit Michael Katrin Stefan Petra Andreas Jana Frank Monika"
              + " Jörg Ute Klaus Heike Uwe Silke Ralf Anja Björn Meike Sören Gesa Lars Wiebke Jan"
              + " Nele Finn Emma Paul Mia Leon Hannah Lukas Lea Jonas Lena Felix Marie Max Sophie"
              + " Elif Mehmet Aylin Piotr Agnieszka Ivan Oksana Tuğba José Chloé Zoë Günter Käthe"
              + " Dörte Hans-Peter Anne-Marie Karl-Heinz Ole Fenja Tjark Rieke");
  static final List<String> LAST =
      words(
          "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch"
              + " Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann"
              + " Hartmann Lange Schmitt Werner Krause Lehmann Köhler Maier Jansen Petersen Hansen"
              + " Lüders Jürgens Böttcher Voß Groß Weiß Größler Brandt Thomsen Claußen Behrens Stöver"
              + " Özdemir Yılmaz Kaya Nowak Kowalski Horvat Nguyen Garcia Söderberg Ahlers Tietjen"
              + " Oltmanns Freese Wübben Hinrichs Döring Kühn Pohl Engel Horn Busch Bergmann Thomas"
              + " Voigt Sauer Arnold Wolff Pfeiffer Ziegler Hahn Schubert Vogel Friedrich Keller");
  static final List<String> STREETS =
      words(
          "Hauptstraße Schulstraße Gartenweg Bahnhofstraße Dorfstraße Bergstraße Birkenweg"
              + " Lindenallee Kirchgasse Am~Deich Hafenstraße Goethestraße Schillerplatz Ringstraße"
              + " Waldweg Mühlenweg Fährstraße Königsallee Rosenweg An~der~Brücke Steindamm Ostring"
              + " Eichendorffstraße Übersee-Ufer Heideweg Möwenweg");
  static final List<String> MAIL = words("briefkasten.example mailbox.example kontakt.example");

  private Names() {}

  private static List<String> words(String words) {
    return List.of(words.split(" ")).stream().map(word -> word.replace('~', ' ')).toList();
  }
}
