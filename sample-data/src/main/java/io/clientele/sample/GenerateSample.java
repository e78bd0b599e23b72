package io.clientele.sample;

import io.clientele.sample.retailer.RetailerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** What {@code clientele sample-data generate} does: a project folder that can be run as it is. */
public final class GenerateSample {
  private static final String CONFIGURATION = "clientele.yaml";

  private GenerateSample() {}

  /**
   * Writes extracts, planted truth and, unless there is one, clientele.yaml. Files of an earlier
   * generation that stand in its list of deliveries are removed; nothing else is.
   *
   * @param progress is told the share done, 0 to 1
   * @return what lies there now
   */
  public static GeneratedSample run(RetailerOptions options, DoubleConsumer progress) {
    try {
      Deliveries.removeEarlier(options);
      new RetailerGenerator(options).generate(progress);
      configure(options.out());
      return Deliveries.sample(options);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot generate the sample in "
              + options.out()
              + ": "
              + e.getMessage()
              + "; choose another --out.",
          e);
    }
  }

  private static void configure(Path out) throws IOException {
    Path file = out.resolve(CONFIGURATION);
    if (Files.exists(file)) {
      return;
    }
    try (InputStream resource = GenerateSample.class.getResourceAsStream(CONFIGURATION)) {
      Files.copy(resource, file);
    }
  }
}
