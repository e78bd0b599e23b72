package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.store.TaskInstance;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** One text file for each attempt, in Airflow's folders; the process writes it itself. */
public final class TaskLogs {
  private final Path root;

  public TaskLogs(Path root) {
    this.root = root;
  }

  /** Where the log of an attempt is, whether or not it has begun. */
  public Path file(String dagId, String runId, String taskId, int tryNumber) {
    return root.resolve("dag_id=" + dagId)
        .resolve("run_id=" + runId)
        .resolve("task_id=" + taskId)
        .resolve("attempt=" + tryNumber + ".log");
  }

  Path file(TaskInstance task) {
    return file(task.dagId(), task.runId(), task.taskId(), task.tryNumber());
  }

  /** Opens a new log with a first line that says what runs; the size tells output from head. */
  static long begin(Path file, String headline) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(result(file));
    Files.writeString(file, headline + "\n", StandardCharsets.UTF_8);
    return Files.size(file);
  }

  /** The file beside a log that tells how its process ended. */
  static Path result(Path log) {
    return log.resolveSibling(log.getFileName().toString().replaceFirst("\\.log$", ".exit"));
  }

  /** The folder beside a log that its process works in, unless its task names another. */
  static Path work(Path log) {
    return log.resolveSibling(log.getFileName().toString().replaceFirst("\\.log$", ".work"));
  }

  /** How the process of an attempt ended, and the last line it wrote. */
  record Result(int exitCode, String lastLine) {}

  /** The result that a process left behind; empty when it has not ended, or elsewhere. */
  static Optional<Result> leftBehind(Path log) {
    try {
      String[] parts = Files.readString(result(log)).strip().split(" ");
      return Optional.of(
          new Result(Integer.parseInt(parts[0]), lastLine(log, Long.parseLong(parts[1]))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static void append(Path file, Instant at, String line) throws IOException {
    boolean needsBreak = Files.size(file) > 0 && lastByte(file) != '\n';
    Files.writeString(
        file,
        (needsBreak ? "\n" : "") + "[" + at + "] " + line + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
  }

  private static int lastByte(Path file) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(log.length() - 1);
      return log.read();
    }
  }

  /** The last line of the output that begins at an offset; empty text when there is none. */
  static String lastLine(Path file, long offset) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long end = log.length();
      if (end > offset && byteAt(log, end - 1) == '\n') {
        end--;
      }
      long start = end;
      while (start > offset && byteAt(log, start - 1) != '\n') {
        start--;
      }
      byte[] line = new byte[Math.toIntExact(end - start)];
      log.seek(start);
      log.readFully(line);
      return new String(line, StandardCharsets.UTF_8).stripTrailing();
    }
  }

  private static int byteAt(RandomAccessFile log, long position) throws IOException {
    log.seek(position);
    return log.read();
  }
}
