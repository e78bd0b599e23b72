package io.clientele.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.sample.retailer.RetailerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailerGeneratorTest {
  @TempDir Path folder;

  private RetailerOptions small(String name) {
    return new RetailerOptions(0.2, 7, 0, 1, folder.resolve(name), LocalDate.of(2023, 7, 1), 8);
  }

  @Test
  void writesTheSameBytesForTheSameSeedAndOthersForAnother() throws IOException {
    Map<String, byte[]> first = Generated.bytes(Generated.in(small("first")));
    Map<String, byte[]> again = Generated.bytes(Generated.in(small("again")));
    Map<String, byte[]> other = Generated.bytes(Generated.in(small("other").withSeed(8)));
    assertThat(again).allSatisfy((file, bytes) -> assertThat(bytes).isEqualTo(first.get(file)));
    String heads = "extracts/webshop/orders_202311.csv";
    assertThat(other.get(heads)).isNotEqualTo(first.get(heads));
  }

  @Test
  void growsInProportionToTheScale() throws IOException {
    long single = lines(Generated.in(small("single").withScale(0.5)));
    long fourfold = lines(Generated.in(small("fourfold").withScale(2)));
    assertThat((double) fourfold / single).isBetween(3.6, 4.4);
  }

  @Test
  void partsTogetherHoldWhatOnePartHolds() throws IOException {
    Path whole = Generated.in(small("whole"));
    Path parts = Generated.in(small("parts").withPart(0, 2));
    Generated.in(small("parts").withPart(1, 2));
    assertThat(sales(parts)).isEqualTo(sales(whole));
    for (Map<String, String> entity : Generated.truth(whole, "entity-totals")) {
      String source = entity.get("source");
      assertThat(rows(parts, source, entity.get("entity")))
          .as(source + " " + entity.get("entity"))
          .isEqualTo(rows(whole, source, entity.get("entity")));
    }
    for (String truth : List.of("customers", "churn", "outlook", "identities", "versions")) {
      List<Map<String, String>> both = new ArrayList<>(Generated.truth(parts, truth + "_part000"));
      both.addAll(Generated.truth(parts, truth + "_part001"));
      assertThat(both.stream().map(Map::toString).sorted())
          .containsExactlyElementsOf(
              Generated.truth(whole, truth).stream().map(Map::toString).sorted().toList());
    }
  }

  @Test
  void generatingAgainWithAnotherLengthLeavesNoFilesOfTheFirstBehind() throws IOException {
    Generated.in(small("twice"));
    RetailerOptions shorter =
        new RetailerOptions(0.2, 7, 0, 1, folder.resolve("twice"), LocalDate.of(2023, 7, 1), 6);
    Files.writeString(folder.resolve("twice/extracts/webshop/mine.csv"), "kept");
    Generated.in(shorter);
    assertThat(folder.resolve("twice/extracts/webshop/orders_202401.csv")).doesNotExist();
    assertThat(folder.resolve("twice/extracts/webshop/mine.csv")).exists();
  }

  @Test
  void refusesAScaleThatMakesNoSense() {
    assertThatThrownBy(() -> small("x").withScale(0))
        .hasMessage("Cannot generate the sample: scale is 0.0; use 0.1 to 100000.");
    assertThatThrownBy(() -> small("x").withPart(2, 2))
        .hasMessage("Cannot generate the sample: part 2 of 2; count parts from 0.");
  }

  private static long lines(Path folder) throws IOException {
    return Generated.truth(folder, "totals").stream()
        .mapToLong(row -> Long.parseLong(row.get("lines")))
        .sum();
  }

  private static List<String> rows(Path folder, String source, String entity) throws IOException {
    return new PlainReader(folder)
        .rows(source, entity).values().stream()
            .flatMap(List::stream)
            .map(Map::toString)
            .sorted()
            .toList();
  }

  /** Valid receipt lines of all part files, sorted. */
  private static List<String> sales(Path folder) throws IOException {
    Map<String, Recount.Sums> sums = new TreeMap<>(new Recount(folder).sums);
    List<String> sales = new ArrayList<>();
    sums.forEach(
        (month, sum) ->
            sales.add(
                month + " " + sum.orders.size() + " " + sum.amount("gross") + " " + sum.lines));
    return sales;
  }
}
