package io.clientele.jobs.schedule.timetable;

import io.clientele.jobs.schedule.timetable.CronField.NthWeekday;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one field of a cron expression as croniter 7 does. */
final class CronFieldParser {
  private static final Pattern RANGE = Pattern.compile("([^-/]+)-([^-/]+)(?:/([0-9]{1,4}))?");
  private static final Pattern STEP = Pattern.compile("([^-/]+)/([0-9]{1,4})");
  private static final Pattern NEAREST = Pattern.compile("([0-9]{1,2})w|w([0-9]{1,2})");
  private static final Pattern NTH = Pattern.compile("(\\w+(?:-\\w+)?)#([0-9]+)");
  private static final Pattern LAST_WEEKDAY = Pattern.compile("l([0-9]+)");

  private final CronUnit unit;
  private final String text;
  private final TreeSet<Integer> values = new TreeSet<>();
  private final Set<NthWeekday> nthWeekdays = new LinkedHashSet<>();
  private boolean hasStar;
  private boolean hasLastDay;
  private int nearestWorkday;

  private CronFieldParser(CronUnit unit, String text) {
    this.unit = unit;
    this.text = text;
  }

  /**
   * @param text the field in lower case
   * @param otherDay the other one of the two day fields; the same field where there is none
   */
  static CronField parse(CronUnit unit, String text, String otherDay) {
    CronFieldParser parser = new CronFieldParser(unit, text);
    String plain = text.equals("?") && parser.isDay() ? "*" : text;
    for (String item : List.of(plain.split(",", -1))) {
      parser.item(item);
    }
    return parser.field(otherDay);
  }

  private CronField field(String otherDay) {
    if (nearestWorkday > 0 && text.contains(",")) {
      throw refused("W stands alone, not in a list");
    }
    Set<Integer> plain = new TreeSet<>(values);
    nthWeekdays.forEach(nth -> plain.remove(nth.weekday()));
    if (!nthWeekdays.isEmpty() && !plain.isEmpty() && values.size() < unit.size()) {
      throw refused("weekdays with and without a place in the month cannot be mixed");
    }
    // A day field that lists everything still counts as restricted beside a restricted other one.
    boolean listsAll =
        values.size() == unit.size() && !hasLastDay && (!isDay() || otherDay.contains("*"));
    return new CronField(values, hasStar || listsAll, hasLastDay, nearestWorkday, nthWeekdays);
  }

  /** Whether the field is one star, or lists every value: not so a star within a list. */
  static boolean coversAll(CronUnit unit, String text) {
    CronField field = parse(unit, text, "*");
    return field.values().isEmpty()
        ? field.isStar()
        : field.values().size() == unit.size() && !text.matches("(.*,)?\\*(,.*)?");
  }

  private boolean isDay() {
    return unit == CronUnit.DAY_OF_MONTH || unit == CronUnit.DAY_OF_WEEK;
  }

  private void item(String item) {
    Matcher nearest = NEAREST.matcher(item);
    Matcher nth = NTH.matcher(item);
    Matcher last = LAST_WEEKDAY.matcher(item);
    if (item.equals("*")) {
      hasStar = true;
    } else if (unit == CronUnit.DAY_OF_MONTH && item.equals("l")) {
      hasLastDay = true;
    } else if (unit == CronUnit.DAY_OF_MONTH && nearest.matches()) {
      String day = nearest.group(1) == null ? nearest.group(2) : nearest.group(1);
      nearestWorkday = valid(Integer.parseInt(day));
    } else if (unit == CronUnit.DAY_OF_WEEK && nth.matches()) {
      nth(nth.group(1), nth.group(2));
    } else if (unit == CronUnit.DAY_OF_WEEK && last.matches()) {
      nthWeekdays.add(new NthWeekday(add(unit.number(last.group(1))), NthWeekday.LAST));
    } else {
      numbers(item).forEach(this::add);
    }
  }

  private void nth(String weekdays, String place) {
    if (!place.matches("[1-5]")) {
      throw refused("a month has weekdays 1 to 5, not " + place);
    }
    for (int weekday : numbers(weekdays)) {
      nthWeekdays.add(new NthWeekday(add(weekday), Integer.parseInt(place)));
    }
  }

  /** A single number, a range, or either with a step. */
  private List<Integer> numbers(String item) {
    String full = item.startsWith("*/") ? unit.min + "-" + unit.max + item.substring(1) : item;
    Matcher range = RANGE.matcher(full);
    if (range.matches()) {
      int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
      int low = known(range.group(1));
      int high =
          unit == CronUnit.DAY_OF_MONTH && range.group(2).equals("l")
              ? unit.max
              : known(range.group(2));
      // A range from a value to itself is the whole cycle.
      return low == high ? range(unit.min, unit.max, step) : range(low, high, step);
    }
    Matcher start = STEP.matcher(full);
    if (start.matches()) {
      int low = known(start.group(1));
      return range(low, Math.max(low, unit.max), Integer.parseInt(start.group(2)));
    }
    return List.of(known(item));
  }

  /** The values from low to high, over the end of the cycle when low is the greater one. */
  private List<Integer> range(int low, int high, int step) {
    if (step == 0) {
      throw refused("a step of 0");
    }
    Set<Integer> range = new LinkedHashSet<>();
    if (low <= high) {
      for (int value = low; value <= high; value += step) {
        range.add(value);
      }
      return List.copyOf(range);
    }
    int last = low;
    for (int value = low; value <= unit.max; value += step) {
      range.add(value);
      last = value;
    }
    for (int value = unit.min + skipped(last, step); value <= high; value += step) {
      range.add(value);
    }
    return List.copyOf(range);
  }

  /** How far into the next cycle a step reaches that crossed the end of this one. */
  private int skipped(int last, int step) {
    int leftover = unit.max - last;
    boolean crosses = last - unit.min + step > unit.size();
    return crosses && leftover < step ? step - leftover : 0;
  }

  private int known(String word) {
    int number = unit.number(word);
    if (number < 0) {
      throw refused("'" + word + "' is no value");
    }
    return valid(number);
  }

  private int add(int value) {
    values.add(valid(value));
    return value;
  }

  private int valid(int value) {
    if (value < unit.min || value > unit.max) {
      throw refused("%d is not within %d-%d".formatted(value, unit.min, unit.max));
    }
    return value;
  }

  private CronException refused(String reason) {
    return new CronException("its %s '%s': %s".formatted(unit.text, text, reason));
  }
}
