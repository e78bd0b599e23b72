package io.clientele.reports.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** Numbers for people: thousands separators, money with its currency, shares in per cent. */
public final class NumberText {
  private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.US);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final String NO_BREAK_SPACE = "\u00a0";

  private final String currencyPrefix;

  /**
   * @param currencyCode ISO 4217; amounts get its sign, or the code where it has none
   */
  public NumberText(String currencyCode) {
    this.currencyPrefix = prefix(currencyCode);
  }

  private static String prefix(String code) {
    try {
      String sign = Currency.getInstance(code).getSymbol(Locale.US);
      return sign.length() == 1 ? sign : code + NO_BREAK_SPACE;
    } catch (IllegalArgumentException e) {
      return code + NO_BREAK_SPACE;
    }
  }

  /** 12,345. */
  public static String count(long count) {
    return format("#,##0", BigDecimal.valueOf(count));
  }

  /** 12.3 or 0.7, with that many decimals. */
  public static String decimal(double value, int decimals) {
    return format(
        decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), BigDecimal.valueOf(value));
  }

  /** 34 % of 0.341; one decimal below ten per cent. */
  public static String share(double share) {
    double percent = share * 100;
    boolean isSmall = Math.abs(percent) < 9.95 && percent != 0;
    return decimal(percent, isSmall ? 1 : 0) + NO_BREAK_SPACE + "%";
  }

  /** €12,345, rounded to whole units. */
  public String money(BigDecimal amount) {
    return signed(amount, format("#,##0", amount.abs()));
  }

  /** €12.30, rounded to two decimals. */
  public String exactMoney(BigDecimal amount) {
    return signed(amount, format("#,##0.00", amount.abs()));
  }

  /** €1.2 million from a million on, otherwise whole units. */
  public String shortMoney(BigDecimal amount) {
    if (amount.abs().compareTo(MILLION) < 0) {
      return money(amount);
    }
    BigDecimal millions = amount.abs().divide(MILLION, 2, RoundingMode.HALF_UP);
    return signed(amount, format("#,##0.##", millions) + NO_BREAK_SPACE + "m");
  }

  private String signed(BigDecimal amount, String digits) {
    boolean isZero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    return (amount.signum() < 0 && !isZero ? "−" : "") + currencyPrefix + digits;
  }

  private static String format(String pattern, BigDecimal value) {
    DecimalFormat format = new DecimalFormat(pattern, ENGLISH);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
