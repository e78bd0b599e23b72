package io.clientele.etl.identity;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What stewards said, one pair of records a line: {@code decision,left,right,reason}. The decision
 * is {@code always} or {@code never}, a record is {@code source:number}.
 */
public final class StewardsFile {
  private static final List<String> HEADER = List.of("decision", "left", "right", "reason");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final Path file;
  private final Set<String> sources;

  private StewardsFile(Path file, Set<String> sources) {
    this.file = file;
    this.sources = sources;
  }

  /**
   * @param sources names that a record may have before the colon
   * @throws IllegalArgumentException when a line cannot be understood
   */
  public static List<IdentitySettings.Override> read(Path file, Set<String> sources) {
    return new StewardsFile(file, sources).read();
  }

  private List<IdentitySettings.Override> read() {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "Cannot read "
              + file
              + ": there is no such file; write it with the head "
              + String.join(",", HEADER)
              + " or leave identity.overrides out.");
    }
    List<IdentitySettings.Override> said = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        var lines = FORMAT.parse(reader)) {
      if (!lines.getHeaderNames().containsAll(HEADER)) {
        throw new IllegalArgumentException(
            "Cannot read "
                + file
                + ": its head is "
                + String.join(",", lines.getHeaderNames())
                + "; write "
                + String.join(",", HEADER)
                + ".");
      }
      for (CSVRecord line : lines) {
        said.add(override(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    return said;
  }

  private IdentitySettings.Override override(CSVRecord line) {
    boolean isWhole = line.isConsistent();
    String decision = isWhole ? line.get("decision") : "";
    if (!decision.equals(IdentityRule.ALWAYS) && !decision.equals(IdentityRule.NEVER)) {
      throw refused(line, "its decision is '" + decision + "'", "write always or never");
    }
    IdentitySettings.Record left = record(line, line.get("left"));
    IdentitySettings.Record right = record(line, line.get("right"));
    if (left.equals(right)) {
      throw refused(line, "left and right are the same record", "name two");
    }
    return new IdentitySettings.Override(
        decision.equals(IdentityRule.ALWAYS), left, right, line.get("reason"));
  }

  private IdentitySettings.Record record(CSVRecord line, String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw refused(line, "'" + text + "' is no record", "write source:number");
    }
    String source = text.substring(0, colon);
    if (!sources.contains(source)) {
      throw refused(
          line,
          "there is no source " + source,
          "name one of " + String.join(", ", sources.stream().sorted().toList()));
    }
    return new IdentitySettings.Record(source, text.substring(colon + 1));
  }

  private IllegalArgumentException refused(CSVRecord line, String reason, String nextMove) {
    return new IllegalArgumentException(
        "Cannot read line %d of %s: %s; %s."
            .formatted(line.getRecordNumber() + 1, file, reason, nextMove));
  }
}
