package io.clientele.jobs.init.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds character set, separator and column names from the first 256 KiB of a file. */
public final class DialectSniffer {
  private static final int HEAD_BYTES = 256 << 10;
  private static final int HEAD_RECORDS = 200;

  /** Share of lines with the same number of words from which blanks align columns. */
  private static final double ALIGNED_SHARE = 0.9;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final Path file;

  private DialectSniffer(Path file) {
    this.file = file;
  }

  /** The dialect, or a message that says why the file cannot be taken. */
  public static Dialect sniff(Path file) {
    return new DialectSniffer(file).sniff();
  }

  /**
   * The dialect of a file of any shape: columns may be aligned by blanks, be a single one, and have
   * no names, which are then c1, c2 and so on.
   *
   * @param separator between cells; empty = found
   */
  public static Dialect sniff(Path file, Optional<Character> separator, boolean hasHeader) {
    DialectSniffer sniffer = new DialectSniffer(file);
    byte[] head = sniffer.head();
    Charset charset = sniffer.charset(head);
    String text = text(head, charset);
    Candidate best =
        separator.map(given -> Candidate.of(text, given)).orElseGet(() -> bestOfAll(text));
    List<String> first = best.records().isEmpty() ? List.of("") : best.records().get(0);
    List<String> names =
        hasHeader
            ? first.stream().map(String::strip).toList()
            : IntStream.rangeClosed(1, first.size()).mapToObj(number -> "c" + number).toList();
    return new Dialect(charset, best.separator(), names);
  }

  private static Candidate bestOfAll(String text) {
    Candidate best = best(text);
    Candidate aligned = Candidate.of(text, ' ');
    return best.width() < 2 && aligned.share() > ALIGNED_SHARE ? aligned : best;
  }

  private static String text(byte[] head, Charset charset) {
    return new String(head, charset).replaceFirst("^\uFEFF", "");
  }

  private static Candidate best(String text) {
    List<Candidate> candidates = new ArrayList<>();
    for (char separator : SEPARATORS) {
      candidates.add(Candidate.of(text, separator));
    }
    return candidates.stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  private Dialect sniff() {
    byte[] head = head();
    Charset charset = charset(head);
    String text = text(head, charset);
    Candidate best = best(text);
    if (best.width() < 2) {
      throw oneColumn(text);
    }
    requireNames(best.records().get(0), best.records(), best.separator());
    List<String> names = best.records().get(0).stream().map(String::strip).toList();
    return new Dialect(charset, best.separator(), names);
  }

  private byte[] head() {
    if (!Files.isRegularFile(file)) {
      throw refused("there is no such file", "check the path");
    }
    try {
      byte[] head = TextInput.head(file, HEAD_BYTES);
      if (new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
        throw refused("it is empty", "export it again");
      }
      return head;
    } catch (IOException unreadable) {
      throw refused("it cannot be read (" + unreadable.getMessage() + ")", "check the file");
    }
  }

  private Charset charset(byte[] head) {
    if (head.length > 1 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe) {
      throw refused("it is UTF-16", "save it as UTF-8");
    }
    if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
      throw refused(
          "it is a zip archive or a spreadsheet", "unpack it, or save the sheet as CSV (UTF-8)");
    }
    for (byte each : head) {
      if (each == 0) {
        throw refused("it holds binary data", "export it as delimited text (CSV)");
      }
    }
    return Records.isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  private ProfileException oneColumn(String text) {
    String first = text.lines().findFirst().orElse("");
    int words = first.strip().split("\\s+").length;
    if (words > 1 && first.strip().matches("[-0-9. ]+")) {
      return refused(
          "its columns are aligned by blanks and its first line '"
              + first.strip()
              + "' holds data, not column names",
          withHeader(words, ",", "sed -E 's/^ +//; s/ +/,/g'"));
    }
    return refused(
        "no comma, semicolon, tab or bar parts its first line '" + shortened(first) + "'",
        "export it as CSV with column names in the first line");
  }

  /** Refuses a first record that holds data: numbers or dates above numbers or dates. */
  private void requireNames(List<String> names, List<List<String>> records, char separator) {
    List<Integer> dataLike =
        IntStream.range(0, names.size())
            .filter(column -> isData(names.get(column)))
            .filter(column -> records.size() < 2 || isData(cell(records.get(1), column)))
            .boxed()
            .toList();
    if (!dataLike.isEmpty()) {
      String first = shortened(String.join(String.valueOf(separator), names));
      throw refused(
          "its first line '" + first + "' holds data, not column names",
          withHeader(
              names.size(),
              String.valueOf(separator),
              file.toString().endsWith(".gz") ? "zcat" : "cat"));
    }
    Map<String, Integer> seen = new TreeMap<>();
    for (String name : names) {
      if (!name.isBlank() && seen.merge(name.strip(), 1, Integer::sum) > 1) {
        throw refused("two columns are named " + name.strip(), "give each its own name");
      }
    }
  }

  private static String cell(List<String> record, int column) {
    return column < record.size() ? record.get(column) : "";
  }

  private static boolean isData(String cell) {
    return Numbers.kind(cell.strip()) != Numbers.Kind.OTHER || TimeGuess.looksLikeTime(cell);
  }

  private String withHeader(int width, String separator, String command) {
    String names =
        String.join(separator, IntStream.rangeClosed(1, width).mapToObj(n -> "name" + n).toList());
    return "a header is needed: write one line of names above it and run init on the new file, for"
        + " example (echo '"
        + names
        + "'; "
        + command
        + " '"
        + file
        + "') > with_header.csv";
  }

  private ProfileException refused(String reason, String nextMove) {
    return new ProfileException("Cannot profile " + file + ": " + reason + "; " + nextMove + ".");
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  /** The head, parted by one separator. */
  private record Candidate(char separator, List<List<String>> records, int width, double share)
      implements Comparable<Candidate> {

    static Candidate of(String text, char separator) {
      List<List<String>> records = new ArrayList<>();
      try (CSVParser parser = CSVParser.parse(text, Records.format(separator))) {
        for (CSVRecord record : parser) {
          records.add(cells(record, separator));
          if (records.size() == HEAD_RECORDS) {
            break;
          }
        }
      } catch (IOException | UncheckedIOException unreadable) {
        records.clear();
      }
      int width = records.isEmpty() ? 0 : records.get(0).size();
      long same = records.stream().filter(record -> record.size() == width).count();
      return new Candidate(
          separator, records, width, records.isEmpty() ? 0 : (double) same / records.size());
    }

    private static List<String> cells(CSVRecord record, char separator) {
      return separator == ' '
          ? record.stream().filter(cell -> !cell.isEmpty()).toList()
          : record.toList();
    }

    private double score() {
      return width < 2 ? 0 : share * share * share * Math.log(1 + width);
    }

    @Override
    public int compareTo(Candidate other) {
      return Double.compare(score(), other.score());
    }
  }
}
