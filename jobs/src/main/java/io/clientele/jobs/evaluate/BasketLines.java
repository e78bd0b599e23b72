package io.clientele.jobs.evaluate;

import io.clientele.warehouse.spec.FieldType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** A file with one basket a line, the items between separators: as rows of basket and item. */
public final class BasketLines implements FlatMapFunction<Row, Tuple2<String, String>> {
  private static final long serialVersionUID = 1L;
  private static final int LOOKED_AT = 1000;
  private static final List<Character> SEPARATORS = List.of('\t', ';', '|', ',');

  private final char separator;

  private BasketLines(char separator) {
    this.separator = separator;
  }

  /**
   * Reads the baskets of a table of lines.
   *
   * @param separator between items; a blank means any number of them; empty = found
   * @return columns {@code basket} and {@code item}; the basket is the line
   */
  public static Dataset<Row> of(InputTable table, Optional<Character> separator) {
    Dataset<Row> lines =
        table
            .rows(List.of(Wanted.required("line", FieldType.STRING, "FILE", LineTable.LINE)))
            .selectExpr("string(monotonically_increasing_id()) as basket", "line");
    char between = separator.orElseGet(() -> found(lines));
    return lines
        .flatMap(new BasketLines(between), Encoders.tuple(Encoders.STRING(), Encoders.STRING()))
        .toDF("basket", "item");
  }

  /** The usual separator that is there; a blank when none is. */
  private static char found(Dataset<Row> lines) {
    List<String> head = lines.select("line").limit(LOOKED_AT).as(Encoders.STRING()).collectAsList();
    return SEPARATORS.stream()
        .filter(
            sign ->
                head.stream().filter(line -> line.indexOf(sign) >= 0).count() * 10 > head.size())
        .findFirst()
        .orElse(' ');
  }

  @Override
  public Iterator<Tuple2<String, String>> call(Row row) {
    return items(row.getString(1)).stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .map(item -> new Tuple2<>(row.getString(0), item))
        .iterator();
  }

  private List<String> items(String line) {
    if (separator == ' ') {
      return Arrays.asList(line.strip().split("\\s+"));
    }
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(line), format)) {
      List<String> items = new ArrayList<>();
      for (CSVRecord record : parser) {
        record.forEach(items::add);
      }
      return items;
    } catch (IOException | UncheckedIOException unclosedQuote) {
      return Arrays.asList(line.split(Pattern.quote(String.valueOf(separator))));
    }
  }
}
