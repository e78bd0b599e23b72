package io.clientele.jobs.evaluate;

import io.clientele.etl.source.DelimitedRecord;
import io.clientele.etl.source.DelimitedRecords;
import io.clientele.etl.source.DelimitedSource;
import io.clientele.etl.source.FileFormat;
import io.clientele.etl.source.LandedFile;
import io.clientele.jobs.init.profile.Dialect;
import io.clientele.jobs.init.profile.DialectSniffer;
import io.clientele.jobs.init.profile.Numbers;
import io.clientele.jobs.init.profile.ProfileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A delimited file whose separator, character set and decimal sign were found.
 *
 * @param path the file
 * @param columns in the order of the file
 * @param names the same when the file does not say them; empty = it has a header
 */
record DelimitedTable(
    Path path,
    List<String> columns,
    Optional<List<String>> names,
    FileFormat format,
    List<String[]> head)
    implements TableSource {
  private static final int HEAD_RECORDS = 20_000;

  static DelimitedTable of(InputFile input) {
    try {
      Dialect dialect = DialectSniffer.sniff(input.path(), input.separator(), input.hasHeader());
      FileFormat bytes =
          FileFormat.standard().withBytes(dialect.charset(), dialect.separator(), '"');
      List<String> columns = dialect.columns();
      Optional<List<String>> names = input.hasHeader() ? Optional.empty() : Optional.of(columns);
      List<String[]> head = head(input.path(), bytes, columns, names);
      FileFormat format = bytes.withNotation(isDecimalComma(head), Optional.empty());
      return new DelimitedTable(input.path(), columns, names, format, head);
    } catch (ProfileException | IOException unreadable) {
      throw InputTable.unreadable(input.path(), unreadable);
    }
  }

  private static List<String[]> head(
      Path path, FileFormat format, List<String> columns, Optional<List<String>> names)
      throws IOException {
    List<String[]> head = new ArrayList<>();
    try (DelimitedRecords records =
        new DelimitedRecords(LandedFile.open(path), format, columns, names)) {
      while (records.hasNext() && head.size() < HEAD_RECORDS) {
        DelimitedRecord record = records.next();
        if (record.problems().isEmpty()) {
          head.add(record.cells());
        }
      }
    }
    return head;
  }

  private static boolean isDecimalComma(List<String[]> head) {
    long balance = 0;
    for (String[] cells : head) {
      for (String cell : cells) {
        Numbers.Kind kind = cell == null ? Numbers.Kind.OTHER : Numbers.kind(cell.strip());
        balance += kind == Numbers.Kind.DECIMAL_COMMA ? 1 : 0;
        balance -= kind == Numbers.Kind.DECIMAL_POINT ? 1 : 0;
      }
    }
    return balance > 0;
  }

  @Override
  public Dataset<Row> cells(SparkSession session, List<String> wanted) {
    LandedFile file =
        new LandedFile("", path.toAbsolutePath().toString(), path.toFile().length(), 0, 0, false);
    return DelimitedSource.read(session, List.of(file), format, wanted, names);
  }
}
