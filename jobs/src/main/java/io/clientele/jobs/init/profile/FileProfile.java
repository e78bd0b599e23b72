package io.clientele.jobs.init.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a file holds, column by column.
 *
 * @param dialect how it is written
 * @param lines data records read
 * @param columns in the order of the file
 * @param head the first records, at most 50,000
 */
public record FileProfile(
    Dialect dialect, long lines, List<ColumnProfile> columns, List<String[]> head) {
  private static final int HEAD_LINES = 50_000;

  /** The first 50,000 records alone. */
  public static FileProfile ofHead(Path file, Dialect dialect) throws IOException {
    List<String[]> head = new ArrayList<>();
    List<ColumnProfile> columns = columns(dialect);
    Records.visit(
        file,
        dialect,
        cells -> {
          head.add(cells);
          add(columns, cells);
          return head.size() < HEAD_LINES;
        });
    return new FileProfile(dialect, head.size(), columns, head);
  }

  /**
   * All records of all files, in one pass.
   *
   * @param head profile of the first records
   * @param observer also sees every record
   */
  public static FileProfile ofAll(List<Path> files, FileProfile head, Consumer<String[]> observer)
      throws IOException {
    List<ColumnProfile> columns = columns(head.dialect());
    long[] lines = {0};
    for (Path file : files) {
      Records.visit(
          file,
          head.dialect(),
          cells -> {
            lines[0]++;
            add(columns, cells);
            observer.accept(cells);
            return true;
          });
    }
    return new FileProfile(head.dialect(), lines[0], columns, head.head());
  }

  private static List<ColumnProfile> columns(Dialect dialect) {
    return dialect.columns().stream().map(ColumnProfile::new).toList();
  }

  private static void add(List<ColumnProfile> columns, String[] cells) {
    for (int column = 0; column < cells.length; column++) {
      columns.get(column).add(cells[column]);
    }
  }

  /** Whether numbers with a fraction are mostly written 1,5. */
  public boolean isDecimalComma() {
    long comma = columns.stream().mapToLong(each -> each.count(Numbers.Kind.DECIMAL_COMMA)).sum();
    long point = columns.stream().mapToLong(each -> each.count(Numbers.Kind.DECIMAL_POINT)).sum();
    return comma > point;
  }

  public ColumnProfile column(int index) {
    return columns.get(index);
  }
}
