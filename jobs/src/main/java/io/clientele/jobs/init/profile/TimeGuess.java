package io.clientele.jobs.init.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the pattern by which the cells of a column are dates or times. */
public final class TimeGuess {
  private static final int TRIED_BY_ALL = 50;
  private static final double LEAST_SHARE = 0.95;
  private static final List<String> PATTERNS =
      List.of(
          "yyyy-MM-dd HH:mm:ss",
          "yyyy-MM-dd HH:mm:ss.SSS",
          "yyyy-MM-dd HH:mm:ss.SSSSSS",
          "yyyy-MM-dd HH:mm",
          "yyyy-MM-dd'T'HH:mm:ss",
          "yyyy-MM-dd'T'HH:mm:ss.SSS",
          "yyyy-MM-dd'T'HH:mm",
          "yyyy-MM-dd'T'HH:mm:ssXXX",
          "yyyy-MM-dd",
          "yyyy/MM/dd HH:mm:ss",
          "yyyy/MM/dd",
          "yyyyMMddHHmmss",
          "yyyyMMdd",
          "dd.MM.yyyy HH:mm:ss",
          "dd.MM.yyyy HH:mm",
          "dd.MM.yyyy",
          "d.M.yyyy H:mm",
          "d.M.yyyy",
          "dd.MM.yy HH:mm",
          "dd.MM.yy",
          "dd-MM-yyyy HH:mm:ss",
          "dd-MM-yyyy HH:mm",
          "dd-MM-yyyy",
          "MM-dd-yyyy",
          "dd/MM/yyyy HH:mm:ss",
          "dd/MM/yyyy HH:mm",
          "dd/MM/yyyy",
          "MM/dd/yyyy HH:mm:ss",
          "MM/dd/yyyy HH:mm",
          "MM/dd/yyyy",
          "d/M/yyyy H:mm",
          "d/M/yyyy",
          "M/d/yyyy H:mm:ss",
          "M/d/yyyy H:mm",
          "M/d/yyyy",
          "M/d/yy H:mm",
          "M/d/yy",
          "HH:mm:ss",
          "HH:mm");

  private static final List<DateTimeFormatter> FORMATTERS =
      PATTERNS.stream().map(TimeGuess::formatter).toList();

  private final List<Candidate> candidates = new ArrayList<>();
  private long tried;
  private String lastCell = "";

  /** A pattern and how it does. */
  private static final class Candidate {
    private final String pattern;
    private final DateTimeFormatter formatter;
    private final int order;
    private long parsed;
    private boolean isLastParsed;
    private LocalDate first = LocalDate.MAX;
    private LocalDate last = LocalDate.MIN;

    private Candidate(int order) {
      this.order = order;
      this.pattern = PATTERNS.get(order);
      this.formatter = FORMATTERS.get(order);
    }

    private void accept(String cell) {
      isLastParsed = false;
      try {
        TemporalAccessor time = formatter.parse(cell);
        LocalDate found = time.query(TemporalQueries.localDate());
        boolean isPlausible =
            found == null ? time.isSupported(ChronoField.HOUR_OF_DAY) : isPlausible(found);
        if (isPlausible) {
          count(found == null ? LocalDate.MIN : found);
        }
      } catch (DateTimeException noTime) {
        // counted by not being counted
      }
    }

    private void count(LocalDate found) {
      parsed++;
      isLastParsed = true;
      if (!found.equals(LocalDate.MIN)) {
        first = found.isBefore(first) ? found : first;
        last = found.isAfter(last) ? found : last;
      }
    }

    private static boolean isPlausible(LocalDate day) {
      return day.getYear() >= 1970 && day.getYear() <= 2100;
    }
  }

  /** Reads one pattern strictly. */
  public static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** Whether one cell alone is a date or time by any pattern, yyyyMMdd aside. */
  static boolean looksLikeTime(String cell) {
    TimeGuess guess = new TimeGuess();
    guess.add(cell.strip());
    return guess.pattern().isPresent();
  }

  /** Takes a cell that is not empty. */
  public void add(String cell) {
    if (tried == 0) {
      for (int order = 0; order < PATTERNS.size(); order++) {
        candidates.add(new Candidate(order));
      }
    }
    tried++;
    if (candidates.isEmpty()) {
      return;
    }
    boolean isRepeated = cell.equals(lastCell);
    boolean isPossible = cell.length() >= 5 && cell.length() <= 30 && startsWithDigit(cell);
    for (Candidate candidate : candidates) {
      if (isRepeated && candidate.isLastParsed) {
        candidate.parsed++;
      } else if (!isRepeated && isPossible) {
        candidate.accept(cell);
      }
    }
    lastCell = cell;
    if (tried == TRIED_BY_ALL) {
      candidates.removeIf(candidate -> candidate.parsed < TRIED_BY_ALL * 0.8);
    }
  }

  /** The best pattern; empty when less than 95 % of the cells are times. */
  public Optional<String> pattern() {
    return best().map(candidate -> candidate.pattern);
  }

  /** Whether day and month could also change places. */
  public boolean isAmbiguous() {
    return best()
        .map(
            best ->
                candidates.stream()
                    .filter(other -> other.parsed == best.parsed)
                    .anyMatch(
                        other ->
                            other.pattern.indexOf('d') < other.pattern.indexOf('M')
                                != best.pattern.indexOf('d') < best.pattern.indexOf('M')))
        .orElse(false);
  }

  public boolean hasDate() {
    return pattern().filter(pattern -> pattern.contains("d")).isPresent();
  }

  public boolean hasTimeOfDay() {
    return pattern().filter(pattern -> pattern.contains("H")).isPresent();
  }

  /** Cells that the best pattern does not read. */
  public long unread() {
    return tried - best().map(candidate -> candidate.parsed).orElse(0L);
  }

  public LocalDate first() {
    return best().orElseThrow().first;
  }

  public LocalDate last() {
    return best().orElseThrow().last;
  }

  private Optional<Candidate> best() {
    return candidates.stream()
        .filter(candidate -> candidate.parsed >= tried * LEAST_SHARE)
        .max(
            Comparator.comparingLong((Candidate candidate) -> candidate.parsed)
                .thenComparing(candidate -> -candidate.order));
  }

  private static boolean startsWithDigit(String cell) {
    return cell.charAt(0) >= '0' && cell.charAt(0) <= '9';
  }
}
