package io.clientele.jobs.schedule.cases;

import java.util.List;

/**
 * How the cases of one file fared.
 *
 * @param failures one line for each failing case, beginning with its id
 */
public record CaseReport(String file, int cases, List<String> failures) {
  /** {@code timetables.json: 146 passed, 0 failed}, then the failing cases. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(file).append(": ").append(cases - failures.size()).append(" passed, ");
    text.append(failures.size()).append(" failed");
    failures.forEach(failure -> text.append("\n  ").append(failure.replaceAll("\\s*\\R\\s*", " ")));
    return text.toString();
  }
}
