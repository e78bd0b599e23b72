package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StepScheduleTest {
  private static StepResult done(Step step) {
    return new StepResult(
        step.name(), StepResult.State.DONE, Instant.EPOCH, 0, Map.of(), List.of(), Map.of(), "");
  }

  private static StepGraph graph(Step... steps) {
    return StepGraph.of(List.of(steps), SmallShop.WAREHOUSE);
  }

  @Test
  void independentStepsRunSideBySide() {
    CyclicBarrier both = new CyclicBarrier(2);
    StepGraph graph = graph(TestStep.named("one"), TestStep.named("two"));
    List<StepResult> results =
        new StepSchedule(
                graph,
                2,
                step -> {
                  meet(both);
                  return done(step);
                })
            .run();
    assertThat(results).extracting(StepResult::step).containsExactlyInAnyOrder("one", "two");
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the other step did not run beside this one", e);
    }
  }

  @Test
  void aTrainingRunsAlone() {
    AtomicInteger running = new AtomicInteger();
    Queue<Integer> besideTraining = new ConcurrentLinkedQueue<>();
    StepGraph graph =
        graph(
            TestStep.named("one"),
            new TestTraining("train", "churn", Trained.Decision.KEPT),
            TestStep.named("two"),
            TestStep.named("three"));
    new StepSchedule(
            graph,
            3,
            step -> {
              int beside = running.getAndIncrement();
              if (step instanceof TrainStep) {
                besideTraining.add(beside);
              }
              running.decrementAndGet();
              return done(step);
            })
        .run();
    assertThat(besideTraining).containsExactly(0);
  }

  @Test
  void afterAFailureNothingNewStarts() {
    Queue<String> started = new ConcurrentLinkedQueue<>();
    StepGraph graph = graph(SmallShop.stage(), SmallShop.load(), SmallShop.total());
    StepSchedule schedule =
        new StepSchedule(
            graph,
            2,
            step -> {
              started.add(step.name());
              if (step.name().equals("load")) {
                throw new IllegalStateException("no");
              }
              return done(step);
            });
    assertThatThrownBy(schedule::run).isInstanceOf(IllegalStateException.class).hasMessage("no");
    assertThat(started).containsExactly("stage", "load");
  }
}
