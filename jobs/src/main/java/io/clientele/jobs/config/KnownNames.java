package io.clientele.jobs.config;

import io.clientele.etl.source.Charsets;
import io.clientele.warehouse.Warehouse;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Zones, currencies and character sets: what is known, and what a misspelt name comes nearest. */
public final class KnownNames {
  private static final List<String> CHARSETS = Charsets.KNOWN;

  private static final Map<String, String> ALIASES =
      Map.of("utf8", "UTF-8", "utf-8-bom", "UTF-8", "cp1252", "windows-1252");

  private KnownNames() {}

  /** The zone of that name; empty when it is none. */
  public static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException noZone) {
      return Optional.empty();
    }
  }

  /** Whether it is a code of ISO 4217, in capitals. */
  public static boolean isCurrency(String code) {
    return currencies().contains(code);
  }

  /** The character set of that name; empty when files may not be in it. */
  static Optional<Charset> charset(String name) {
    String plain = ALIASES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    return CHARSETS.stream()
        .filter(each -> each.equalsIgnoreCase(plain))
        .findFirst()
        .map(Charset::forName);
  }

  static String charsets() {
    return String.join(", ", CHARSETS);
  }

  /** Whether java.time can read dates or times by the pattern. */
  static boolean isTimePattern(String pattern) {
    try {
      return !DateTimeFormatter.ofPattern(pattern, Locale.ROOT).toString().isEmpty();
    } catch (IllegalArgumentException notAPattern) {
      return false;
    }
  }

  public static String nearestZone(String name) {
    return nearest(name, ZoneId.getAvailableZoneIds());
  }

  public static String nearestCurrency(String code) {
    return nearest(code, currencies());
  }

  static String nearestCharset(String name) {
    return nearest(name, CHARSETS);
  }

  /**
   * The candidate that holds the name, else the one with the smallest edit distance; case aside.
   */
  static String nearest(String name, Collection<String> candidates) {
    String wanted = name.toLowerCase(Locale.ROOT);
    TreeMap<String, String> byLowerCase = new TreeMap<>();
    candidates.forEach(each -> byLowerCase.put(each.toLowerCase(Locale.ROOT), each));
    return byLowerCase.keySet().stream()
        .filter(each -> wanted.length() > 3 && each.contains(wanted))
        .min(Comparator.comparingInt(String::length))
        .or(() -> Optional.of(Warehouse.nearest(wanted, byLowerCase.keySet())))
        .map(each -> byLowerCase.getOrDefault(each, each))
        .orElseThrow();
  }

  private static List<String> currencies() {
    return Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList();
  }
}
