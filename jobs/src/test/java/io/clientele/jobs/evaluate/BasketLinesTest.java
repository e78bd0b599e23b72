package io.clientele.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasketLinesTest {
  @TempDir private Path folder;

  private List<String> items(String text, Optional<Character> separator) throws IOException {
    Path file = Files.writeString(folder.resolve("baskets.dat"), text);
    InputTable table =
        InputTable.lines(
            TestSpark.session(), new InputFile(file, Optional.empty(), true, Optional.empty()));
    Dataset<Row> rows = BasketLines.of(table, separator);
    return rows
        .groupBy("basket")
        .agg(org.apache.spark.sql.functions.collect_list("item").as("items"))
        .orderBy(org.apache.spark.sql.functions.col("basket").cast("long"))
        .collectAsList()
        .stream()
        .map(row -> String.join("|", row.<String>getList(1)))
        .toList();
  }

  @Test
  void blanksSeparateTheItemsOfAFimiFile() throws IOException {
    assertThat(items("1 3  9 \n4\n", Optional.empty())).containsExactly("1|3|9", "4");
  }

  @Test
  void aCommaIsFoundAndQuotesAreRespected() throws IOException {
    assertThat(items("whole milk,\"jam, red\"\nsoda , rolls/buns\n", Optional.empty()))
        .containsExactly("whole milk|jam, red", "soda|rolls/buns");
  }

  @Test
  void aGivenSeparatorWins() throws IOException {
    assertThat(items("a;b,c\nd\n", Optional.of(';'))).containsExactly("a|b,c", "d");
  }
}
