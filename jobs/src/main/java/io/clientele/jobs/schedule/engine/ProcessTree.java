package io.clientele.jobs.schedule.engine;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process with everything it has started. */
final class ProcessTree {
  /** A killed process is gone in milliseconds, unless the machine is very busy. */
  private static final Duration KILLED = Duration.ofSeconds(10);

  private final ProcessHandle root;
  private final Set<ProcessHandle> known = new LinkedHashSet<>();

  private ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  static ProcessTree of(ProcessHandle root) {
    ProcessTree tree = new ProcessTree(root);
    tree.look();
    return tree;
  }

  /** Remembers the descendants: once their parent is gone they cannot be found any more. */
  private void look() {
    root.descendants().forEach(known::add);
  }

  /** Asks all to end, kills those that have not after the grace, and waits until none is left. */
  void end(Duration grace) {
    known.forEach(ProcessHandle::destroy);
    if (!areGoneWithin(grace)) {
      kill();
    }
    areGoneWithin(KILLED);
    root.destroyForcibly();
  }

  private boolean areGoneWithin(Duration time) {
    CompletableFuture<?>[] exits =
        known.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Kills all at once, the youngest last so that none can start another. */
  void kill() {
    look();
    root.destroyForcibly();
    known.forEach(ProcessHandle::destroyForcibly);
  }
}
