package io.clientele.jobs.schedule.timetable;

import java.util.List;

/** The five fields of a cron expression, in their order. */
enum CronUnit {
  MINUTE("minute", 0, 59, List.of()),
  HOUR("hour", 0, 23, List.of()),
  DAY_OF_MONTH("day of month", 1, 31, List.of()),
  MONTH(
      "month",
      1,
      12,
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
  DAY_OF_WEEK("day of week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  final String text;
  final int min;
  final int max;
  private final List<String> names;

  CronUnit(String text, int min, int max, List<String> names) {
    this.text = text;
    this.min = min;
    this.max = max;
    this.names = names;
  }

  int size() {
    return max - min + 1;
  }

  /** A number or a name as a number; -1 when it is neither. Sunday is 0, also when written 7. */
  int number(String word) {
    int named = names.indexOf(word);
    if (named >= 0) {
      return min + named;
    }
    if (!word.matches("[0-9]{1,4}")) {
      return -1;
    }
    int number = Integer.parseInt(word);
    return this == DAY_OF_WEEK && number == 7 ? 0 : number;
  }
}
