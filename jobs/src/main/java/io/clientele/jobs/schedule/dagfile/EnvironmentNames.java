package io.clientele.jobs.schedule.dagfile;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $NAME} and {@code ${NAME}} anywhere in a file, as dag-factory substitutes them. */
final class EnvironmentNames {
  /** As Python's {@code os.path.expandvars} finds them. */
  private static final Pattern NAME = Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)\\})");

  private static final Pattern POSSIBLE =
      Pattern.compile("\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)\\})");

  private EnvironmentNames() {}

  /** The text with the names that are set; the others stay. */
  static String expand(String text, Map<String, String> environment) {
    return NAME.matcher(text)
        .replaceAll(
            match -> {
              String name = match.group(1) == null ? match.group(2) : match.group(1);
              return Matcher.quoteReplacement(environment.getOrDefault(name, match.group()));
            });
  }

  /** A name that some environment may set; empty for none. */
  static String first(String text) {
    Matcher matcher = POSSIBLE.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }
}
