package io.clientele.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.sample.retailer.RetailerOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedSampleTest {
  private static final Path COMMITTED = Generated.committed();

  @TempDir Path folder;

  @Test
  void isWhatTheGeneratorWritesToTheByte() throws IOException {
    Map<String, byte[]> again = Generated.bytes(Generated.in(RetailerOptions.committed(folder)));
    Map<String, byte[]> committed = Generated.bytes(COMMITTED);
    assertThat(again.keySet()).isEqualTo(committed.keySet());
    assertThat(again).allSatisfy((file, bytes) -> assertThat(bytes).isEqualTo(committed.get(file)));
  }

  @Test
  void staysBelowEightMegabytes() throws IOException {
    long bytes = Generated.bytes(COMMITTED).values().stream().mapToLong(file -> file.length).sum();
    assertThat(bytes).isBetween(3_000_000L, 8_000_000L);
  }

  @Test
  void leavesARealisticShareWithoutPurchaseAndSomethingToPredict() throws IOException {
    Map<String, String> facts = Generated.facts(COMMITTED);
    assertThat(Double.parseDouble(facts.get("no_purchase_share"))).isBetween(0.25, 0.55);
    assertThat(Double.parseDouble(facts.get("auc_of_true_chance"))).isBetween(0.75, 0.90);
    assertThat(Double.parseDouble(facts.get("auc_of_days_since_last_purchase")))
        .isBetween(0.65, 0.80);
  }

  @Test
  void trueRatesPredictWellButNotTooWellOnTheAsOfDate() throws IOException {
    assertAucInRange(COMMITTED);
    for (long seed = 1; seed <= 3; seed++) {
      Path other = folder.resolve("seed" + seed);
      assertAucInRange(
          Generated.in(RetailerOptions.committed(other).withSeed(seed).withScale(0.5)));
    }
  }

  private static void assertAucInRange(Path sample) throws IOException {
    for (Map<String, String> row : Generated.truth(sample, "outlook-auc")) {
      assertThat(Double.parseDouble(row.get("auc_of_true_rates")))
          .as(row.toString())
          .isBetween(0.75, 0.90)
          .isGreaterThan(Double.parseDouble(row.get("auc_of_days_since_last_purchase")));
    }
  }

  @Test
  void webShopWritesUtf8ExceptInThePlantedRows() throws IOException {
    long planted =
        Generated.truth(COMMITTED, "broken-rows").stream()
            .filter(row -> row.get("reasons").equals("undecodable"))
            .count();
    long found = 0;
    for (Path file : files("webshop")) {
      for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
        found += isUtf8(line.getBytes(StandardCharsets.ISO_8859_1)) ? 0 : 1;
      }
    }
    assertThat(found).isEqualTo(planted).isPositive();
    assertThat(Files.readString(COMMITTED.resolve("extracts/webshop/products_20240101.csv")))
        .contains("Wanderrucksack", "Küche & Haushalt");
  }

  @Test
  void tillsWriteWindows1252WithGermanHeadersAndDecimalComma() throws IOException {
    for (Path file : files("tills")) {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, Charset.forName("windows-1252"));
      assertThat(text).contains("\r\n").doesNotContain("\uFFFD", "Ã", "?");
    }
    Path cards = COMMITTED.resolve("extracts/tills/kunden_202312.csv");
    assertThat(isUtf8(Files.readAllBytes(cards))).isFalse();
    assertThat(Files.readString(cards, Charset.forName("windows-1252")))
        .startsWith("Kartennummer;Vorname;Nachname;Geburtsdatum;E-Mail;Straße;PLZ;Ort;")
        .contains("Müller", "München");
    assertThat(
            Files.readString(
                COMMITTED.resolve("extracts/tills/bons_202401.csv"),
                Charset.forName("windows-1252")))
        .containsPattern(";1;\\d+,\\d\\d;0,00;\\d+,\\d\\d\r\n");
  }

  @Test
  void peopleInBothSystemsAreWrittenDifferentlyNowAndThen() throws IOException {
    List<Map<String, String>> both =
        Generated.truth(COMMITTED, "customers").stream()
            .filter(row -> row.get("in_both_systems").equals("true"))
            .toList();
    long different =
        both.stream().filter(row -> row.get("till_name_differs").equals("true")).count();
    assertThat(both.size()).isBetween(250, 700);
    assertThat((double) different / both.size()).isBetween(0.2, 0.6);
  }

  @Test
  void aTenthOfTheCustomersSlowsDown() throws IOException {
    Map<String, Long> slowing =
        Generated.truth(COMMITTED, "customers").stream()
            .collect(Collectors.groupingBy(row -> row.get("is_slowing"), Collectors.counting()));
    assertThat(slowing.get("true")).isBetween(100L, 400L);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static List<Path> files(String source) throws IOException {
    try (var files = Files.list(COMMITTED.resolve("extracts").resolve(source))) {
      return files.sorted().toList();
    }
  }
}
