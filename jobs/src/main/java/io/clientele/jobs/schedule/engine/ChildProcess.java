package io.clientele.jobs.schedule.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A command line run by bash as a child, its output going into a file. The child is guarded: it has
 * a process group of its own, which is killed when this process dies, even by SIGKILL.
 */
final class ChildProcess {
  /**
   * Runs the command as a job with a group of its own. A second job waits for the end of standard
   * input, which comes when the scheduler is gone, and kills the group then. The exit code is also
   * written into a file, for whoever takes over from a scheduler that died before it noted it.
   */
  private static final String GUARD =
      """
      exec 3<&0 4>&2 </dev/null 2>/dev/null
      trap : INT TERM HUP
      set -m
      bash -c "$1" 3<&- 2>&4 4>&- &
      job=$!
      exec 4>&-
      (while read -r -u 3 line; do :; done; kill -KILL -- -$job) >/dev/null &
      watch=$!
      while wait $job; code=$?; kill -0 $job; do :; done
      kill -KILL -- -$watch
      echo $code $3 > "$2.part" && mv "$2.part" "$2"
      exit $code
      """;

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the command.
   *
   * @param log file that its output is appended to
   */
  static ChildProcess start(String command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    String offset = String.valueOf(Files.size(log));
    String result = TaskLogs.result(log).toAbsolutePath().toString();
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", GUARD, "clientele-task", command, result, offset);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new ChildProcess(process);
  }

  long pid() {
    return process.pid();
  }

  /**
   * The exit code; empty when the time is over and it still runs.
   *
   * @param limit empty = for ever
   */
  Optional<Integer> await(Optional<Duration> limit) throws InterruptedException {
    if (limit.isEmpty()) {
      return Optional.of(process.waitFor());
    }
    return process.waitFor(limit.get().toMillis(), TimeUnit.MILLISECONDS)
        ? Optional.of(process.exitValue())
        : Optional.empty();
  }

  /** Ends the command and everything it has started. */
  void end(Duration grace) {
    ProcessTree.of(process.toHandle()).end(grace);
  }
}
