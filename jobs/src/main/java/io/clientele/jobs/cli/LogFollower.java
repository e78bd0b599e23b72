package io.clientele.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Prints a text file while somebody writes it. */
final class LogFollower {
  private static final long PAUSE_MILLIS = 250;

  private final Path log;
  private final PrintWriter out;

  LogFollower(Path log, PrintWriter out) {
    this.log = log;
    this.out = out;
  }

  /**
   * Ends when nothing more will be written, with everything printed; a missing file is waited for.
   */
  void follow(BooleanSupplier isOver) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    boolean over = isOver.getAsBoolean();
    while (Files.notExists(log) && !over) {
      never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      over = isOver.getAsBoolean();
    }
    if (Files.notExists(log)) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
      print(reader);
      while (!over) {
        never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        over = isOver.getAsBoolean();
        print(reader);
      }
    }
  }

  private void print(Reader reader) throws IOException {
    char[] some = new char[8192];
    for (int count = reader.read(some); count > 0; count = reader.read(some)) {
      out.write(some, 0, count);
    }
    out.flush();
  }
}
