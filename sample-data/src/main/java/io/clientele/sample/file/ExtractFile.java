package io.clientele.sample.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** One file while it is written: records in, bytes out, and the address of the newest record. */
public final class ExtractFile implements AutoCloseable {
  /** In a broken row: the byte 0xFC, which is no UTF-8 (u umlaut in windows-1252). */
  public static final char STRAY_BYTE = '\uE0FC';

  private final Path path;
  private final Dialect dialect;
  private final CSVFormat csv;
  private final OutputStream out;
  private long records = -1;
  private long lines;

  public ExtractFile(Path path, Dialect dialect, String... header) {
    this.path = path;
    this.dialect = dialect;
    this.csv = dialect.csv();
    try {
      Files.createDirectories(path.getParent());
      this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write " + path + ": " + e.getMessage() + "; choose another --out.", e);
    }
    write(List.of(header));
  }

  public String name() {
    return path.getFileName().toString();
  }

  public Path path() {
    return path;
  }

  /** Record number of the newest record, first data record = 1. */
  public long recordNumber() {
    return records;
  }

  /** Line in which the newest record ends, header = 1. */
  public long lineNumber() {
    return lines;
  }

  /** A record as it should be. */
  public void write(List<String> cells) {
    raw(csv.format(cells.toArray()));
  }

  /** Text as it is: one record, broken or not. */
  public void raw(String text) {
    records++;
    lines += 1 + text.chars().filter(c -> c == '\n').count();
    try {
      int from = 0;
      for (int at = text.indexOf(STRAY_BYTE); at >= 0; at = text.indexOf(STRAY_BYTE, from)) {
        out.write(text.substring(from, at).getBytes(dialect.charset()));
        out.write(0xFC);
        from = at + 1;
      }
      out.write((text.substring(from) + dialect.lineEnd()).getBytes(dialect.charset()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write " + path + ": " + e.getMessage() + "; is the disk full?", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot finish " + path + ": " + e.getMessage() + "; is the disk full?", e);
    }
  }
}
