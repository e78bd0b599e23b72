package io.clientele.etl.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of one delimited file with their exact addresses, streaming, in bounded memory. What
 * cannot be read as a record comes as a piece with its problem, and reading goes on at the line
 * after the start of that piece: an unclosed quote costs one line, not the rest of the file.
 */
public final class DelimitedRecords implements Iterator<DelimitedRecord>, Closeable {
  private static final int SHOWN_BYTES = 4 * DelimitedRecord.TEXT_LIMIT;

  private final LineWindow window;
  private final CSVFormat format;
  private final CellText text;
  private final boolean isAligned;
  private final Header header;
  private CSVParser parser;
  private long number;
  private long nextOffset;

  /**
   * Reads the header at once.
   *
   * @param bytes the uncompressed file
   * @param format how the bytes are read
   * @param wanted names of the columns that records shall carry
   */
  public DelimitedRecords(InputStream bytes, FileFormat format, List<String> wanted)
      throws IOException {
    this(bytes, format, wanted, Optional.empty());
  }

  /**
   * Reads a file that may lack a header.
   *
   * @param columns names of all its columns when its first record is data
   */
  public DelimitedRecords(
      InputStream bytes, FileFormat format, List<String> wanted, Optional<List<String>> columns)
      throws IOException {
    this.window = new LineWindow(bytes);
    this.format = commons(format);
    this.text = new CellText(format);
    this.isAligned = format.separator() == ' ';
    this.header = columns.isPresent() ? Header.of(columns.get(), wanted) : readHeader(wanted);
    this.nextOffset = window.beginRecord();
  }

  /** The header of the file and where the wanted columns stand. */
  public Header header() {
    return header;
  }

  static CSVFormat commons(FileFormat format) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(singleByte(format, format.separator()))
        .setQuote(format.quote().map(quote -> singleByte(format, quote)).orElse(null))
        .setIgnoreEmptyLines(false)
        .setRecordSeparator("\n")
        .get();
  }

  /** The character as its byte in the file, since records are found before decoding. */
  static char singleByte(FileFormat format, char character) {
    byte[] bytes = String.valueOf(character).getBytes(format.charset());
    if (bytes.length != 1) {
      throw new IllegalArgumentException(
          "Cannot read files with '"
              + character
              + "' as separator or quote: it is more than one byte in "
              + format.charset()
              + "; use a character of one byte.");
    }
    return (char) (bytes[0] & 0xFF);
  }

  private Header readHeader(List<String> wanted) throws IOException {
    if (window.beginRecord() < 0) {
      return Header.of(List.of(), wanted);
    }
    try {
      return Header.of(Arrays.stream(cells(parse())).map(text::lenient).toList(), wanted);
    } catch (UncheckedIOException unreadable) {
      giveUp();
      return Header.of(List.of(), wanted);
    }
  }

  @Override
  public boolean hasNext() {
    return nextOffset >= 0;
  }

  @Override
  public DelimitedRecord next() {
    if (nextOffset < 0) {
      throw new NoSuchElementException();
    }
    try {
      number++;
      DelimitedRecord record = readRecord(nextOffset);
      nextOffset = window.beginRecord();
      return record;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private DelimitedRecord readRecord(long offset) throws IOException {
    CSVRecord record;
    try {
      record = parse();
    } catch (UncheckedIOException malformed) {
      return abandoned(offset, problemOf(malformed));
    }
    String[] values = cells(record);
    if (header.isReadable() && values.length != header.size()) {
      return window.hasSeveralLines()
          ? abandoned(offset, "cell_count")
          : refused(offset, "cell_count", window.record(SHOWN_BYTES));
    }
    boolean isAscii = window.isAscii();
    if (!isAscii && !text.isDecodable(window.record())) {
      return refused(offset, "undecodable", window.record(SHOWN_BYTES));
    }
    int[] positions = header.positions();
    String[] cells = new String[positions.length];
    for (int i = 0; i < positions.length; i++) {
      cells[i] = positions[i] < 0 ? null : text.cell(values[positions[i]], isAscii);
    }
    String shown = text.shown(window.record(SHOWN_BYTES));
    return new DelimitedRecord(number, offset, cells, shown, header.problems());
  }

  /** A run of blanks is one separator, and none at the ends of a line. */
  private String[] cells(CSVRecord record) {
    return isAligned
        ? record.stream().filter(cell -> !cell.isEmpty()).toArray(String[]::new)
        : record.values();
  }

  private CSVRecord parse() {
    try {
      if (parser == null) {
        parser = CSVParser.builder().setReader(window).setFormat(format).get();
      }
      return parser.iterator().next();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String problemOf(UncheckedIOException malformed) {
    Throwable reason = malformed;
    while (reason.getCause() != null && !(reason instanceof LineWindow.RecordTooLong)) {
      reason = reason.getCause();
    }
    if (reason instanceof LineWindow.RecordTooLong) {
      return window.hasSeveralLines() ? "unclosed_quote" : "too_long";
    }
    return String.valueOf(reason.getMessage()).contains("EOF") ? "unclosed_quote" : "stray_quote";
  }

  private DelimitedRecord abandoned(long offset, String problem) throws IOException {
    DelimitedRecord piece = refused(offset, problem, window.firstLine(SHOWN_BYTES));
    giveUp();
    return piece;
  }

  private void giveUp() throws IOException {
    window.resumeBehindFirstLine();
    parser = null;
  }

  private DelimitedRecord refused(long offset, String problem, byte[] shown) {
    List<String> problems = new ArrayList<>(header.problems());
    problems.add(problem);
    String[] none = new String[header.positions().length];
    return new DelimitedRecord(number, offset, none, text.shown(shown), problems);
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
