package io.clientele.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Starts every step as soon as those it waits for have ended, some side by side; a training step
 * runs alone. After a failure nothing new starts.
 */
final class StepSchedule {
  private final StepGraph graph;
  private final int sideBySide;
  private final Function<Step, StepResult> work;

  private final List<Step> waiting;
  private final Set<String> running = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final List<StepResult> results = new ArrayList<>();
  private boolean isTraining;
  private Optional<RuntimeException> failure = Optional.empty();

  StepSchedule(StepGraph graph, int sideBySide, Function<Step, StepResult> work) {
    this.graph = graph;
    this.sideBySide = sideBySide;
    this.work = work;
    this.waiting = new ArrayList<>(graph.order());
  }

  /** Runs all steps; throws the first failure after the steps then running have ended. */
  List<StepResult> run() {
    ExecutorService pool = Executors.newFixedThreadPool(sideBySide);
    try {
      CompletionService<StepResult> completed = new ExecutorCompletionService<>(pool);
      startReady(completed);
      while (!running.isEmpty()) {
        take(completed);
        if (failure.isEmpty()) {
          startReady(completed);
        }
      }
    } finally {
      pool.shutdown();
    }
    failure.ifPresent(
        first -> {
          throw first;
        });
    return results;
  }

  private void startReady(CompletionService<StepResult> completed) {
    for (Step step : List.copyOf(waiting)) {
      boolean mayStart =
          !isTraining
              && running.size() < sideBySide
              && ended.containsAll(graph.prerequisites(step.name()));
      boolean trains = step instanceof TrainStep;
      if (mayStart && (!trains || running.isEmpty())) {
        waiting.remove(step);
        running.add(step.name());
        isTraining = trains;
        Future<StepResult> unused = completed.submit(() -> named(step));
      }
    }
  }

  private StepResult named(Step step) {
    Thread.currentThread().setName("step-" + step.name());
    try {
      return work.apply(step);
    } catch (Throwable e) {
      throw new StepFailure(step.name(), e);
    }
  }

  private void take(CompletionService<StepResult> completed) {
    try {
      StepResult result = completed.take().get();
      running.remove(result.step());
      ended.add(result.step());
      results.add(result);
      HaltPoint.MID_STEPS.reached();
    } catch (ExecutionException e) {
      StepFailure failed = (StepFailure) e.getCause();
      running.remove(failed.step);
      failure = failure.or(() -> Optional.of(failed.cause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot finish the run: it was interrupted.", e);
    }
    isTraining = isTraining && !running.isEmpty();
  }

  private static final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String step;

    StepFailure(String step, Throwable cause) {
      super(cause);
      this.step = step;
    }

    RuntimeException cause() {
      return getCause() instanceof RuntimeException original
          ? original
          : new IllegalStateException(
              "Cannot finish step " + step + ": " + getCause().getMessage(), getCause());
    }
  }
}
