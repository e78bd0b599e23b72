package io.clientele.jobs.init;

import java.util.ArrayList;
import java.util.List;

/** Writes values and comments of YAML. */
final class YamlText {
  private static final int WIDTH = 110;

  private YamlText() {}

  /** A value, in quotes where it needs them. */
  static String of(String value) {
    boolean isPlain =
        value.matches("[A-Za-z_/][^#:\\t\\n\\\\\"]*")
            && !value.endsWith(" ")
            && !value.matches("(?i)true|false|null|yes|no|on|off");
    if (isPlain || value.matches("-?\\d{1,9}")) {
      return value;
    }
    boolean isDoubleBetter = value.contains("'") && !value.matches("(?s).*[\\\\\"\\p{Cntrl}].*");
    return isDoubleBetter ? '"' + value + '"' : "'" + value.replace("'", "''") + "'";
  }

  /** A sentence as comment lines under an indentation. */
  static String comment(int indent, String sentence) {
    StringBuilder text = new StringBuilder();
    String margin = " ".repeat(indent) + "# ";
    wrapped(sentence, WIDTH - margin.length())
        .forEach(line -> text.append(margin).append(line).append('\n'));
    return text.toString();
  }

  /** Breaks a sentence at blanks. */
  static List<String> wrapped(String sentence, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.replaceAll("\\s+", " ").strip().split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
