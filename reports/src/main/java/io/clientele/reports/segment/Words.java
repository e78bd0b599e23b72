package io.clientele.reports.segment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What codes mean, in the words of a reader who opens no manual. */
final class Words {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** By value to the company, best first. */
  static final Map<String, String> SEGMENTS = new LinkedHashMap<>();

  static final Map<String, String> STAGES = new LinkedHashMap<>();
  private static final Map<String, String> REASONS = new LinkedHashMap<>();

  static {
    SEGMENTS.put("champions", "bought lately, buy often and spend most");
    SEGMENTS.put("loyal", "buy often or spend much, and not long ago");
    SEGMENTS.put("potential loyalists", "bought lately, a few times so far");
    SEGMENTS.put("new customers", "bought lately for the first time or nearly so");
    SEGMENTS.put("promising", "bought fairly lately, little so far");
    SEGMENTS.put("need attention", "were good customers and are getting quiet");
    SEGMENTS.put("about to sleep", "bought little and some time ago");
    SEGMENTS.put("at risk", "were good customers and have not bought for long");
    SEGMENTS.put("cannot lose", "were among the best and have not bought for longest");
    SEGMENTS.put("hibernating", "bought something, long ago");
    SEGMENTS.put("lost", "bought little, longest ago");
    STAGES.put("new", "first purchase within the last 90 days");
    STAGES.put("won back", "came back within the last 90 days after half a year or more");
    STAGES.put("growing", "buys clearly more than usual");
    STAGES.put("active", "buys as usual");
    STAGES.put("slowing", "a regular whose pauses stretch or whose volume shrinks");
    STAGES.put("lapsing", "silent for more than half a year, or three times the usual pause");
    STAGES.put("lost", "silent for more than a year");
    REASONS.put("days_since_last_purchase", "Has not bought for long");
    REASONS.put("gap_ratio", "Silent far longer than usual");
    REASONS.put("usual_gap_days", "Usually buys rarely");
    REASONS.put("days_since_first_purchase", "Length of the relation");
    REASONS.put("last_gap_days", "Length of the last pause");
    REASONS.put("purchase_day_count", "Has bought only a few times");
    REASONS.put("order_count_30_days", "Few orders in the last 30 days");
    REASONS.put("order_count_90_days", "Few orders in the last 90 days");
    REASONS.put("order_count_180_days", "Few orders in the last half year");
    REASONS.put("order_count_365_days", "Few orders in the last year");
    REASONS.put("spend_90_days", "Spends little in the last 90 days");
    REASONS.put("spend_180_days", "Spends little in the last half year");
    REASONS.put("spend_365_days", "Spends little in the last year");
    REASONS.put("spend_total", "Has spent little in all");
    REASONS.put("volume_trend", "Buys less than usual");
    REASONS.put("mean_order_spend", "Small orders");
    REASONS.put("mean_line_count", "Few items an order");
    REASONS.put("return_ratio", "Sends much back");
  }

  private Words() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A feature as a reason; one that this page does not know is spelled out. */
  static String reason(String code) {
    return REASONS.getOrDefault(code, sentenceCase(code.replace('_', ' ')));
  }

  /** A reject reason such as bad_number(quantity) as words. */
  static String refusal(String reason) {
    int open = reason.indexOf('(');
    String code = (open < 0 ? reason : reason.substring(0, open)).replace('_', ' ');
    String column = open < 0 ? "" : reason.substring(open + 1).replace(")", "").strip();
    return column.isEmpty() ? sentenceCase(code) : sentenceCase(code) + ": " + column;
  }

  /** The text with one full stop at its end. */
  static String sentence(String text) {
    return text.strip().replaceAll("[.]+$", "") + ".";
  }

  static String sentenceCase(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
