package io.clientele.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
  @TempDir Path folder;

  @Test
  void printsWhatIsWrittenUntilTheAttemptHasEnded() throws Exception {
    Path log = folder.resolve("attempt=1.log");
    Queue<String> lines = new ArrayDeque<>(List.of("one\n", "zwei: größer\n", "last"));
    StringWriter printed = new StringWriter();
    new LogFollower(log, new PrintWriter(printed))
        .follow(
            () -> {
              write(log, lines.remove());
              return lines.isEmpty();
            });
    assertThat(printed).hasToString("one\nzwei: größer\nlast");
  }

  @Test
  void printsNothingOfAnAttemptThatNeverBegan() throws Exception {
    StringWriter printed = new StringWriter();
    new LogFollower(folder.resolve("none.log"), new PrintWriter(printed)).follow(() -> true);
    assertThat(printed.toString()).isEmpty();
  }

  private static void write(Path log, String text) {
    try {
      Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
