package io.clientele.jobs.schedule.dag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line of a task, as templates.
 *
 * @param command run by bash; 0 = success
 * @param env replaces the whole environment, unless appended; empty = the scheduler's own
 * @param appendEnv adds {@code env} to the scheduler's environment
 * @param cwd working folder; empty = a fresh temporary one
 * @param skipOnExitCode exit codes that mean skipped
 */
public record Bash(
    String command,
    Optional<Map<String, String>> env,
    boolean appendEnv,
    Optional<String> cwd,
    Set<Integer> skipOnExitCode) {
  /** The exit code that means skipped unless the task says otherwise. */
  public static final int SKIPPED = 99;

  public Bash {
    env = env.map(named -> Collections.unmodifiableMap(new LinkedHashMap<>(named)));
    skipOnExitCode = Set.copyOf(skipOnExitCode);
  }

  public static Bash of(String command) {
    return new Bash(command, Optional.empty(), false, Optional.empty(), Set.of(SKIPPED));
  }
}
