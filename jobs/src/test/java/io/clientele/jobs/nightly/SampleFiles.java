package io.clientele.jobs.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shipped sample: its files, and the truth planted in it, as relations to ask DuckDB for. */
final class SampleFiles {
  private static final Path SAMPLE =
      Path.of(System.getProperty("clientele.root", ".."), "sample-data");

  private SampleFiles() {}

  /** Puts extracts and mapping into an empty project. */
  static void copyTo(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(SAMPLE.resolve("extracts"))) {
      for (Path path : all.toList()) {
        Path copy = folder.resolve(SAMPLE.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
    Files.copy(SAMPLE.resolve("clientele.yaml"), folder.resolve("clientele.yaml"));
  }

  /** The SQL of {@code docs/guide/questions.md}. */
  static List<String> questionsOfTheGuide() throws IOException {
    return Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(SAMPLE.resolve("../docs/guide/questions.md")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** Every planted broken row of what was landed, with its reasons in order. */
  static String brokenRows() {
    return "SELECT source || ' ' || entity || ' ' || file || ' ' || record_number || ' ' ||"
        + " array_to_string(list_sort(string_split(reasons, '|')), '|') FROM "
        + truth("broken-rows")
        // Some systems lie there and are not configured yet: what they planted is never landed.
        + " WHERE (source, entity) IN (SELECT DISTINCT source, entity FROM raw_batch) ORDER BY 1";
  }

  static String truth(String name) {
    return csv("planted-truth/" + name + ".csv", "quote = '\"', escape = '\"'");
  }

  /** Files without quoted cells; what is broken in its shape is passed over. */
  static String plain(String file) {
    return csv(file, "delim = ',', quote = '', ignore_errors = true");
  }

  static String office(String file) {
    return csv(file, "delim = ';', quote = '', ignore_errors = true");
  }

  private static String csv(String file, String option) {
    return "read_csv('"
        + SAMPLE.resolve(file).toAbsolutePath().normalize()
        + "', header = true, all_varchar = true, "
        + option
        + ")";
  }
}
