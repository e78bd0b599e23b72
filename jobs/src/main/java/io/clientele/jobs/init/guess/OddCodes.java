package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Product codes that look unlike the others: postage, fees, corrections among stock numbers. Only
 * where nearly all codes hold digits is a code without one, or one that starts unlike them, odd.
 */
final class OddCodes {
  private static final int MOST_CODES = 2_000;
  private static final int MOST_NAMES = 200;
  private static final Pattern NO_PRODUCT =
      Pattern.compile(
          "(?i).*\\b(postage|post|postal|carriage|shipping|freight|delivery|fees?|charges?|"
              + "commission|discounts?|samples?|manual|adjust\\w*|bad debt|vouchers?|gift card|"
              + "deposit|donation|versand\\w*|porto|fracht|geb\\S*hr\\w*|rabatt|nachlass|gutschein\\w*|"
              + "muster|pfand|korrektur|spende|mahn\\w*|frais|port|remise|envio|descuento|sconto|"
              + "spedizione|korting|verzend\\w*)\\b.*");

  private final boolean isDigitUsual;
  private final boolean isDigitFirstUsual;
  private final Map<String, Count> counts = new HashMap<>();

  /** Lines of one code. */
  static final class Count {
    private final String code;
    private final Map<String, Long> names = new HashMap<>();
    private final Map<String, Long> spellings = new TreeMap<>();
    private long lines;
    private long bought;
    private double amount;

    private Count(String code) {
      this.code = code;
    }

    /** The code in capitals. */
    String code() {
      return code;
    }

    long lines() {
      return lines;
    }

    /** Lines per spelling, as delivered. */
    Map<String, Long> spellings() {
      return spellings;
    }

    /** Lines that a known customer paid for. */
    long bought() {
      return bought;
    }

    /** What known customers paid. */
    double amount() {
      return amount;
    }

    /** The most frequent product name, empty when there is none. */
    String name() {
      return names.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse("");
    }

    /** Whether code or name say that it is no product. */
    boolean saysNoProduct() {
      return NO_PRODUCT.matcher(code + " " + name()).matches();
    }
  }

  OddCodes(ColumnProfile product) {
    this.isDigitUsual = product.withDigitShare() >= 0.95;
    this.isDigitFirstUsual = product.firstIsDigitShare() >= 0.95;
  }

  /** The code in capitals when it is odd, else empty. */
  String odd(String code) {
    boolean startsUnlike = isDigitFirstUsual && !Character.isDigit(code.charAt(0));
    boolean isOdd = startsUnlike || (isDigitUsual && code.chars().noneMatch(Character::isDigit));
    return isOdd ? code.toUpperCase(Locale.ROOT) : "";
  }

  /** Takes a line of an odd code. */
  void add(String code, String spelling, String name, boolean isBought, double amount) {
    if (counts.size() >= MOST_CODES && !counts.containsKey(code)) {
      return;
    }
    Count count = counts.computeIfAbsent(code, Count::new);
    count.lines++;
    count.bought += isBought ? 1 : 0;
    count.amount += isBought ? amount : 0;
    count.spellings.merge(spelling, 1L, Long::sum);
    if (!name.isEmpty() && (count.names.size() < MOST_NAMES || count.names.containsKey(name))) {
      count.names.merge(name, 1L, Long::sum);
    }
  }

  Set<String> codes() {
    return Set.copyOf(counts.keySet());
  }

  /** Codes that say they are no product, the most frequent first. */
  List<Count> suspects() {
    List<Count> suspects =
        new ArrayList<>(counts.values().stream().filter(Count::saysNoProduct).toList());
    suspects.sort(
        Comparator.comparingLong((Count count) -> -count.lines).thenComparing(Count::code));
    return suspects;
  }

  /** Odd codes that do not say so, the most frequent first. */
  List<Count> unsuspicious() {
    return counts.values().stream()
        .filter(count -> !count.saysNoProduct())
        .sorted(Comparator.comparingLong((Count count) -> -count.lines).thenComparing(Count::code))
        .toList();
  }
}
