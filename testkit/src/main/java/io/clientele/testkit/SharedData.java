package io.clientele.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Public data beside the project, {@code ../shared/data}; not ours to ship. */
public final class SharedData {
  private SharedData() {}

  /** The file, or the test is skipped with a message that says what is missing. */
  public static Path file(String relative) {
    Path root = Path.of(System.getProperty("clientele.root", "."));
    Path file = root.resolve("../shared/data").resolve(relative).normalize();
    Assumptions.assumeTrue(
        Files.exists(file),
        () -> "skipped: public data " + relative + " is not beside the project in ../shared/data");
    return file;
  }
}
