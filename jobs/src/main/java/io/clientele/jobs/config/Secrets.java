package io.clientele.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables and files in place of {@code ${...}} in connection values. */
final class Secrets {
  private static final Pattern PLACE = Pattern.compile("\\$\\{(file:)?([^}]*)}");
  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("(?i)[?&;]password=([^&;]*)|://[^/@:]*:([^/@]+)@");
  private static final String ADVICE =
      "put it into an environment variable or a file and write ${NAME} or ${file:path} in its place";

  private final Map<String, String> environment;
  private final Path folder;

  Secrets(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  MetadataSettings read(Section section) {
    refuseLiteralPassword(section);
    Optional<String> url = value(section, "url");
    if (url.isPresent() && !url.get().matches("jdbc:(sqlite|postgresql):.*")) {
      section.problem(
          "url",
          "metadata.url is no address of SQLite or PostgreSQL",
          "begin it with jdbc:sqlite: or jdbc:postgresql:");
      url = Optional.empty();
    }
    return new MetadataSettings(url, value(section, "user"), value(section, "password"));
  }

  private static void refuseLiteralPassword(Section section) {
    Matcher inUrl = PASSWORD_IN_URL.matcher(section.rawText("url"));
    if (inUrl.find()) {
      String password = inUrl.group(1) == null ? inUrl.group(2) : inUrl.group(1);
      if (!password.isBlank() && !isPlace(password)) {
        section.problem("url", "metadata.url holds a password", ADVICE);
      }
    }
    String password = section.rawText("password");
    if (!password.isBlank() && !isPlace(password)) {
      section.problem("password", "metadata.password holds a password", ADVICE);
    }
  }

  private static boolean isPlace(String text) {
    return PLACE.matcher(text).matches();
  }

  Optional<String> value(Section section, String key) {
    Matcher matcher = PLACE.matcher(section.rawText(key));
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String found =
          matcher.group(1) == null
              ? variable(section, key, matcher.group(2))
              : content(section, key, matcher.group(2));
      matcher.appendReplacement(text, Matcher.quoteReplacement(found));
    }
    matcher.appendTail(text);
    return Optional.of(text.toString()).filter(value -> !value.isBlank());
  }

  private String variable(Section section, String key, String name) {
    String value = environment.get(name);
    if (value == null) {
      section.problem(
          key,
          section.path()
              + "."
              + key
              + " names the environment variable "
              + name
              + ", which is not set",
          "set it, or name another");
    }
    return value == null ? "" : value;
  }

  private String content(Section section, String key, String path) {
    try {
      return Files.readString(folder.resolve(path)).strip();
    } catch (IOException unreadable) {
      section.problem(
          key,
          section.path() + "." + key + " names the file " + path + ", which cannot be read",
          "create it below " + folder + ", or write an absolute path");
      return "";
    }
  }
}
