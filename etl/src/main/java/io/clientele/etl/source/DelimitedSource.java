package io.clientele.etl.source;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The landed files of one source entity as rows of text cells, with the address of each record. A
 * file is read by one task, small files share one; nothing is held but the current record.
 */
public final class DelimitedSource {
  public static final String BATCH_ID = "batch_id";
  public static final String RECORD_NUMBER = "record_number";
  public static final String BYTE_OFFSET = "byte_offset";

  /** The record as it came. */
  public static final String TEXT = "text";

  /** Why the record cannot be read, array of reasons; null = it can. */
  public static final String PROBLEMS = "problems";

  public static final String EFFECTIVE_MICROS = "effective_micros";
  public static final String ARRIVED_MICROS = "arrived_micros";
  public static final String IS_HISTORY = "is_history";

  private static final long TASK_BYTES = 16L << 20;

  private DelimitedSource() {}

  /** Name of the i-th wanted column in the rows: source names may be anything. */
  public static String cell(int i) {
    return "cell_" + i;
  }

  /** Columns of the rows when so many columns are wanted. */
  public static StructType schema(int wanted) {
    StructType schema = new StructType();
    for (int i = 0; i < wanted; i++) {
      schema = schema.add(cell(i), DataTypes.StringType);
    }
    return schema
        .add(BATCH_ID, DataTypes.StringType)
        .add(RECORD_NUMBER, DataTypes.LongType)
        .add(BYTE_OFFSET, DataTypes.LongType)
        .add(TEXT, DataTypes.StringType)
        .add(PROBLEMS, DataTypes.createArrayType(DataTypes.StringType, false))
        .add(EFFECTIVE_MICROS, DataTypes.LongType)
        .add(ARRIVED_MICROS, DataTypes.LongType)
        .add(IS_HISTORY, DataTypes.BooleanType);
  }

  /**
   * Reads the files.
   *
   * @param session where the tasks run
   * @param files landed copies of one source entity
   * @param format how their bytes are read
   * @param wanted names of the columns that the mapping needs
   */
  public static Dataset<Row> read(
      SparkSession session, List<LandedFile> files, FileFormat format, List<String> wanted) {
    return read(session, files, format, wanted, Optional.empty());
  }

  /**
   * Reads files that may lack a header.
   *
   * @param names of all their columns when their first record is data
   */
  public static Dataset<Row> read(
      SparkSession session,
      List<LandedFile> files,
      FileFormat format,
      List<String> wanted,
      Optional<List<String>> names) {
    ArrayList<ArrayList<LandedFile>> tasks = tasks(files);
    Format bytes = new Format(format);
    Columns columns = new Columns(new ArrayList<>(wanted), names.map(ArrayList::new).orElse(null));
    List<Integer> numbers = IntStream.range(0, tasks.size()).boxed().toList();
    var rows =
        JavaSparkContext.fromSparkContext(session.sparkContext())
            .parallelize(numbers, Math.max(1, tasks.size()))
            .flatMap(task -> new Rows(tasks.get(task).iterator(), bytes.toFormat(), columns));
    return ((org.apache.spark.sql.classic.SparkSession) session)
        .internalCreateDataFrame(rows.rdd(), schema(wanted.size()), false);
  }

  private static ArrayList<ArrayList<LandedFile>> tasks(List<LandedFile> files) {
    ArrayList<ArrayList<LandedFile>> tasks = new ArrayList<>();
    long bytes = TASK_BYTES;
    for (LandedFile file : files) {
      if (bytes + file.bytes() > TASK_BYTES) {
        tasks.add(new ArrayList<>());
        bytes = 0;
      }
      tasks.get(tasks.size() - 1).add(file);
      bytes += file.bytes();
    }
    return tasks;
  }

  /** What is asked of a file, and the names of all its columns where it does not say them. */
  private record Columns(ArrayList<String> wanted, ArrayList<String> names)
      implements Serializable {}

  /** A {@link FileFormat} that travels to the tasks: charsets and optionals do not. */
  private record Format(
      String charset, char separator, Character quote, ArrayList<String> nullTexts)
      implements Serializable {
    Format(FileFormat format) {
      this(
          format.charset().name(),
          format.separator(),
          format.quote().orElse(null),
          new ArrayList<>(format.nullTexts()));
    }

    FileFormat toFormat() {
      return FileFormat.standard()
          .withBytes(Charsets.named(charset), separator, quote)
          .withNullTexts(nullTexts);
    }
  }

  /** The rows of some files, one file open at a time. */
  private static final class Rows implements Iterator<InternalRow> {
    private final Iterator<LandedFile> files;
    private final FileFormat format;
    private final Columns columns;
    private LandedFile file;
    private UTF8String batchId;
    private DelimitedRecords records;

    Rows(Iterator<LandedFile> files, FileFormat format, Columns columns) {
      this.files = files;
      this.format = format;
      this.columns = columns;
    }

    @Override
    public boolean hasNext() {
      try {
        while (records == null || !records.hasNext()) {
          if (records != null) {
            records.close();
            records = null;
          }
          if (!files.hasNext()) {
            return false;
          }
          file = files.next();
          batchId = UTF8String.fromString(file.batchId());
          records =
              new DelimitedRecords(
                  LandedFile.open(Path.of(file.path())),
                  format,
                  columns.wanted(),
                  Optional.ofNullable(columns.names()));
        }
        return true;
      } catch (NoSuchFileException gone) {
        throw new IllegalStateException(
            "Cannot read landed file "
                + file.path()
                + ": it is not there; restore it from a backup, or deliver it again.",
            gone);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public InternalRow next() {
      DelimitedRecord record = records.next();
      String[] cells = record.cells();
      Object[] values = Arrays.copyOf(utf8(cells), cells.length + 8);
      int i = cells.length;
      values[i++] = batchId;
      values[i++] = record.number();
      values[i++] = record.offset();
      values[i++] = UTF8String.fromString(record.text());
      values[i++] = array(record.problems());
      values[i++] = file.effectiveMicros();
      values[i++] = file.arrivedMicros();
      values[i] = file.isHistory();
      return new GenericInternalRow(values);
    }

    private static Object[] utf8(String[] cells) {
      Object[] values = new Object[cells.length];
      for (int i = 0; i < cells.length; i++) {
        values[i] = cells[i] == null ? null : UTF8String.fromString(cells[i]);
      }
      return values;
    }

    private static GenericArrayData array(List<String> problems) {
      if (problems.isEmpty()) {
        return null;
      }
      Object[] values = problems.stream().map(UTF8String::fromString).toArray();
      return new GenericArrayData(values);
    }
  }
}
