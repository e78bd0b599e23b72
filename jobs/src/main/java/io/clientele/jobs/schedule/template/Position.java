package io.clientele.jobs.schedule.template;

/** Line and column of a template, for messages. */
final class Position {
  private Position() {}

  static TemplateException refused(String source, int offset, String reason) {
    String before = source.substring(0, Math.min(offset, source.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return TemplateException.refused(
        "Cannot read the template at line %d, column %d: %s".formatted(line, column, reason));
  }
}
