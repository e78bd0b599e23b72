package io.clientele.jobs.init.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one column holds: emptiness, kinds of values, distinct values, all counted in one pass. */
public final class ColumnProfile {
  /** Texts that programs write for nothing. */
  public static final Set<String> NULL_TEXTS =
      Set.of("NULL", "null", "\\N", "NaN", "nan", "N/A", "#N/A");

  private static final int MOST_TOP_VALUES = 1_000;

  private final String name;
  private final DistinctSample distinct = new DistinctSample();
  private final DistinctSample distinctFolded = new DistinctSample();
  private final TimeGuess time = new TimeGuess();
  private final Map<Numbers.Kind, Long> kinds = new HashMap<>();
  private final Map<String, Long> nullTexts = new HashMap<>();
  private final Map<String, Long> top = new HashMap<>();
  private final List<String> examples = new ArrayList<>();
  private boolean isTopComplete = true;
  private long lines;
  private long empty;
  private long padded;
  private long negative;
  private long trailingZero;
  private long withDigit;
  private long firstIsDigit;
  private long withBlank;
  private long characters;

  ColumnProfile(String name) {
    this.name = name;
  }

  void add(String raw) {
    lines++;
    String cell = raw.strip();
    if (cell.isEmpty() || NULL_TEXTS.contains(cell)) {
      empty++;
      if (!cell.isEmpty()) {
        nullTexts.merge(cell, 1L, Long::sum);
      }
      return;
    }
    padded += cell.length() < raw.length() ? 1 : 0;
    distinct.add(DistinctSample.hash(cell));
    countKind(cell);
    countShape(cell);
    time.add(cell);
    countTop(cell);
  }

  private void countKind(String cell) {
    Numbers.Kind kind = Numbers.kind(cell);
    kinds.merge(kind, 1L, Long::sum);
    if (kind == Numbers.Kind.OTHER) {
      distinctFolded.add(DistinctSample.hash(cell.toUpperCase(Locale.ROOT)));
      return;
    }
    distinctFolded.add(DistinctSample.hash(cell));
    negative += cell.charAt(0) == '-' ? 1 : 0;
    trailingZero += kind == Numbers.Kind.DECIMAL_POINT && cell.endsWith(".0") ? 1 : 0;
  }

  private void countShape(String cell) {
    boolean hasDigit = false;
    for (int i = 0; i < cell.length() && !hasDigit; i++) {
      hasDigit = Character.isDigit(cell.charAt(i));
    }
    withDigit += hasDigit ? 1 : 0;
    firstIsDigit += Character.isDigit(cell.charAt(0)) ? 1 : 0;
    withBlank += cell.indexOf(' ') >= 0 ? 1 : 0;
    characters += cell.length();
  }

  private void countTop(String cell) {
    if (examples.size() < 3 && !examples.contains(cell)) {
      examples.add(cell);
    }
    if (isTopComplete) {
      top.merge(cell, 1L, Long::sum);
      if (top.size() > MOST_TOP_VALUES) {
        isTopComplete = false;
        top.clear();
      }
    }
  }

  public String name() {
    return name;
  }

  public long lines() {
    return lines;
  }

  public long empty() {
    return empty;
  }

  public double emptyShare() {
    return lines == 0 ? 1 : (double) empty / lines;
  }

  /** Cells with blanks around them. */
  public long padded() {
    return padded;
  }

  public DistinctSample distinct() {
    return distinct;
  }

  /** Distinct values when small and capital letters are the same. */
  public DistinctSample distinctFolded() {
    return distinctFolded;
  }

  public TimeGuess time() {
    return time;
  }

  /** First values, at most three. */
  public List<String> examples() {
    return List.copyOf(examples);
  }

  /** Texts that mean nothing, with their counts. */
  public Map<String, Long> nullTexts() {
    return Map.copyOf(nullTexts);
  }

  /** The most frequent value; empty when there are more than 1,000 distinct ones. */
  public Optional<Map.Entry<String, Long>> topValue() {
    return top.entrySet().stream().max(Map.Entry.comparingByValue());
  }

  public long negative() {
    return negative;
  }

  /** Share of the cells that are not empty and numbers of any kind. */
  public double numericShare() {
    return share(filled() - kinds.getOrDefault(Numbers.Kind.OTHER, 0L));
  }

  public long count(Numbers.Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  /** Whether every value is a whole number that ends in {@code .0}. */
  public boolean hasTrailingZero() {
    return trailingZero > 0 && trailingZero == filled();
  }

  public double withDigitShare() {
    return share(withDigit);
  }

  public double firstIsDigitShare() {
    return share(firstIsDigit);
  }

  public double withBlankShare() {
    return share(withBlank);
  }

  /** Mean length of the values in characters. */
  public double meanLength() {
    return filled() == 0 ? 0 : (double) characters / filled();
  }

  /** Whether values are numbers with a fraction (ids with a trailing .0 aside). */
  public boolean hasFractions() {
    long fractions = count(Numbers.Kind.DECIMAL_POINT) + count(Numbers.Kind.DECIMAL_COMMA);
    return fractions > trailingZero;
  }

  private long filled() {
    return lines - empty;
  }

  private double share(long count) {
    return filled() == 0 ? 0 : (double) count / filled();
  }
}
