package io.clientele.jobs.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The text of defaults.yaml, as a reader sees it. */
final class DefaultsText {
  private DefaultsText() {}

  static String text() {
    try (InputStream resource = ConfigLoader.class.getResourceAsStream("defaults.yaml")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Names of all keys that stand at the beginning of a line, but "*". */
  static List<String> keys() {
    return Pattern.compile("(?m)^ *([a-z_]+):")
        .matcher(text())
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
