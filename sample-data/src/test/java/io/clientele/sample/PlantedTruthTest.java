package io.clientele.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlantedTruthTest {
  private static final Path FOLDER = Generated.committed();
  private static final Set<String> SALES = Set.of("orders", "order_lines", "bons");
  private static Recount recount;

  @BeforeAll
  static void read() throws IOException {
    recount = new Recount(FOLDER);
  }

  @Test
  void everyBrokenSalesRowIsPlantedAndEveryPlantedOneIsBroken() throws IOException {
    Set<String> planted =
        Generated.truth(FOLDER, "broken-rows").stream()
            .filter(row -> SALES.contains(row.get("entity")))
            .map(row -> row.get("file") + ":" + row.get("line_number"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(recount.refused).isEqualTo(planted);
  }

  @Test
  void moreThanThirtyKindsAreBrokenWithKnownCounts() throws IOException {
    Map<String, Long> kinds =
        Generated.truth(FOLDER, "broken-rows").stream()
            .collect(Collectors.groupingBy(row -> row.get("kind"), Collectors.counting()));
    assertThat(kinds)
        .containsEntry("unclosed_quote", 4L)
        .containsEntry("undecodable_byte", 5L)
        .containsEntry("duplicate_key", 5L)
        .containsEntry("zero_quantity", 7L)
        .containsEntry("text_for_number", 9L)
        .containsEntry("line_without_head", 4L)
        .hasSizeGreaterThanOrEqualTo(35);
  }

  @Test
  void aFileHoldsAtMostOneUnclosedQuoteAndNoOtherQuotes() throws IOException {
    List<String> files =
        Generated.truth(FOLDER, "broken-rows").stream()
            .filter(row -> row.get("kind").equals("unclosed_quote"))
            .map(row -> row.get("source") + "/" + row.get("file"))
            .toList();
    assertThat(files).doesNotHaveDuplicates();
    for (String file : files) {
      String text =
          Files.readString(FOLDER.resolve("extracts/" + file), StandardCharsets.ISO_8859_1);
      assertThat(text.chars().filter(c -> c == '"')).hasSize(1);
    }
  }

  @Test
  void brokenRowsStandAtTheirAddressWordForWord() throws IOException {
    for (Map<String, String> row : Generated.truth(FOLDER, "broken-rows")) {
      boolean isTill = row.get("source").equals("tills");
      Path file = FOLDER.resolve("extracts").resolve(row.get("source")).resolve(row.get("file"));
      String[] lines =
          new String(
                  Files.readAllBytes(file),
                  isTill ? Charset.forName("windows-1252") : StandardCharsets.UTF_8)
              .split("\r?\n");
      String[] planted = row.get("raw_text").split("\n");
      assertThat(lines[Integer.parseInt(row.get("line_number")) - 1])
          .isEqualTo(planted[planted.length - 1]);
    }
  }

  @Test
  void aRowThatIsBrokenInACellHasAsManyCellsAsTheHeader() throws IOException {
    for (Map<String, String> row : Generated.truth(FOLDER, "broken-rows")) {
      if (!row.get("reasons").equals("cell_count")) {
        Path file = FOLDER.resolve("extracts").resolve(row.get("source")).resolve(row.get("file"));
        String header = Files.readString(file, StandardCharsets.ISO_8859_1).split("\r?\n")[0];
        String separator = header.contains(";") ? ";" : ",";
        assertThat(row.get("raw_text").split(separator, -1))
            .as(row.toString())
            .hasSameSizeAs(header.split(separator, -1));
      }
    }
  }

  @Test
  void totalsEqualAnIndependentRecount() throws IOException {
    List<Map<String, String>> totals = Generated.truth(FOLDER, "totals");
    assertThat(totals).hasSize(recount.sums.size()).hasSize(48);
    for (Map<String, String> total : totals) {
      Recount.Sums sums = recount.sums.get(total.get("source") + " " + total.get("month"));
      assertThat(total)
          .containsEntry("orders", Integer.toString(sums.orders.size()))
          .containsEntry("buying_customers", Integer.toString(sums.customers.size()))
          .containsEntry("return_lines", sums.lines("returned"))
          .containsEntry("cancellation_lines", sums.lines("cancelled"))
          .containsEntry("gross_amount", sums.amount("gross"))
          .containsEntry("discount_amount", sums.amount("discount"))
          .containsEntry("returned_amount", sums.amount("returned"))
          .containsEntry("cancelled_amount", sums.amount("cancelled"))
          .containsEntry("shipping_amount", sums.amount("shipping"));
      int lines = sums.lines.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(total).containsEntry("lines", Integer.toString(lines));
      assertThat(new BigDecimal(total.get("net_amount"))).isEqualByComparingTo(net(total));
    }
  }

  @Test
  void tillReceiptsHoldTrueDuplicates() throws IOException {
    Path file = FOLDER.resolve("extracts/tills/bons_202411.csv");
    List<String> lines = Files.readAllLines(file, Charset.forName("windows-1252"));
    assertThat(lines.size() - Set.copyOf(lines).size()).isGreaterThan(30);
  }

  private static BigDecimal net(Map<String, String> total) {
    return Stream.of("gross", "returned", "cancelled", "shipping")
        .map(kind -> new BigDecimal(total.get(kind + "_amount")))
        .reduce(new BigDecimal(total.get("discount_amount")).negate(), BigDecimal::add);
  }
}
