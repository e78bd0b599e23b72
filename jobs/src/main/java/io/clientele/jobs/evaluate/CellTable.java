package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.clientele.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cells of a file in memory; of a large one as many rows as trainers take on the driver, drawn
 * by a hash.
 *
 * @param names columns
 * @param cells by row, then column; stripped, null = blank
 * @param rows how many rows the file has
 */
record CellTable(List<String> names, List<String[]> cells, long rows) {
  private static final int MOST_ROWS = 50_000;

  static CellTable of(InputTable table, long seed) {
    Dataset<Row> texts = table.texts();
    long rows = table.counts().accepted();
    if (rows > MOST_ROWS) {
      Column[] all =
          Arrays.stream(texts.columns())
              .map(name -> col("`" + name.replace("`", "``") + "`"))
              .toArray(Column[]::new);
      Column[] hashed = Arrays.copyOf(all, all.length + 1);
      hashed[all.length] = lit(seed);
      texts = texts.orderBy(xxhash64(hashed)).limit(MOST_ROWS);
    }
    List<String[]> cells = new ArrayList<>();
    for (Row row : texts.collectAsList()) {
      cells.add(
          IntStream.range(0, row.size())
              .mapToObj(i -> row.isNullAt(i) ? null : stripped(row.getString(i)))
              .toArray(String[]::new));
    }
    return new CellTable(table.columns(), cells, rows);
  }

  private static String stripped(String cell) {
    String text = cell.strip();
    return text.isEmpty() ? null : text;
  }

  /**
   * Place of the column.
   *
   * @throws IllegalArgumentException when there is none; says which there are
   */
  int place(String option, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "Cannot use "
            + option
            + " '"
            + name
            + "': the file has no such column; its columns are "
            + String.join(", ", names)
            + "; did you mean "
            + Warehouse.nearest(name, names)
            + "?");
  }

  String[] column(int place) {
    return cells.stream().map(row -> row[place]).toArray(String[]::new);
  }

  /** The same columns with the rows of another file behind these. */
  CellTable and(CellTable other) {
    int[] places = names.stream().mapToInt(name -> other.place("--test", name)).toArray();
    List<String[]> both = new ArrayList<>(cells);
    for (String[] row : other.cells) {
      both.add(Arrays.stream(places).mapToObj(place -> row[place]).toArray(String[]::new));
    }
    return new CellTable(names, both, rows + other.rows);
  }

  CellTable only(List<Integer> kept) {
    return new CellTable(names, kept.stream().map(cells::get).toList(), rows);
  }
}
