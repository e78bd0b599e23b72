package io.clientele.pipeline;

import io.clientele.pipeline.StepResult.State;
import io.clientele.pipeline.metadata.RunLedger;
import io.clientele.pipeline.quality.GateStoppedException;
import io.clientele.pipeline.quality.QualityGate;
import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.TableStore;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs steps: reads what they name, builds, conforms, writes to the run's branch, judges, records.
 */
final class Runner {
  private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
  private static final long DRAIN_MILLIS = 10_000;

  private final SparkSession session;
  private final RunContext run;
  private final Warehouse warehouse;
  private final Clock clock;
  private final Parts parts;

  /**
   * What a run works with.
   *
   * @param store the tables on the run's branch
   * @param gate judges what is written
   * @param ledger keeps what was done
   * @param champions models that score
   * @param consumed step to table to position, as the base publication has it
   * @param listener hears the progress
   */
  record Parts(
      TableStore store,
      QualityGate gate,
      RunLedger ledger,
      Champions champions,
      Map<String, Map<String, Position>> consumed,
      RunListener listener) {}

  private final RowsRead rowsRead = new RowsRead();

  Runner(SparkSession session, RunContext run, Warehouse warehouse, Clock clock, Parts parts) {
    this.session = session;
    this.run = run;
    this.warehouse = warehouse;
    this.clock = clock;
    this.parts = parts;
  }

  /**
   * Runs the steps in their order.
   *
   * @param done results of steps that this run has finished before, in another process
   */
  List<StepResult> run(List<Step> steps, int sideBySide, Map<String, StepResult> done) {
    StepGraph graph = StepGraph.of(steps, warehouse);
    parts.listener().runStarted(steps.size());
    session.sparkContext().addSparkListener(rowsRead);
    try {
      return new StepSchedule(
              graph, sideBySide, step -> runStep(step, Optional.ofNullable(done.get(step.name()))))
          .run();
    } finally {
      session.sparkContext().removeSparkListener(rowsRead);
    }
  }

  private StepResult runStep(Step step, Optional<StepResult> before) {
    SparkSession.setActiveSession(session);
    session.sparkContext().setJobGroup(step.name(), "run " + run.runId(), false);
    parts.listener().stepStarted(step.name());
    Instant startedAt = clock.instant();
    Map<String, Position> reading = positions(step);
    try {
      Result result = worked(step, reading, before);
      return finished(step, startedAt, reading, result);
    } catch (Throwable e) { // Spark throws checked exceptions that it does not declare
      State state = e instanceof GateStoppedException ? State.STOPPED : State.FAILED;
      finished(step, startedAt, reading, new Result(state, List.of(), message(e)));
      throw e;
    } finally {
      session.sparkContext().clearJobGroup();
    }
  }

  private Result worked(Step step, Map<String, Position> reading, Optional<StepResult> before) {
    Work work = new Work(step, reading);
    try (RunInputs unused = work.inputs) {
      return work.run(before);
    }
  }

  private static String message(Throwable e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }

  /** How a step ended. */
  private record Result(State state, List<TableResult> tables, String message) {}

  private StepResult finished(
      Step step, Instant startedAt, Map<String, Position> reading, Result result) {
    double seconds = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
    StepResult all =
        new StepResult(
            step.name(),
            result.state(),
            startedAt,
            seconds,
            rowsRead(step),
            result.tables(),
            reading,
            result.message());
    parts.ledger().record(run.runId(), all);
    LOG.info(
        "{} {}: read {}, inserted {}, updated {}, deleted {}, quarantined {} in {} s",
        all.step(),
        all.state(),
        all.rowsIn(),
        all.inserted(),
        all.updated(),
        all.deleted(),
        all.quarantined(),
        all.seconds());
    parts.listener().stepFinished(all);
    return all;
  }

  private Map<String, Long> rowsRead(Step step) {
    try {
      session.sparkContext().listenerBus().waitUntilEmpty(DRAIN_MILLIS);
    } catch (java.util.concurrent.TimeoutException e) {
      LOG.warn("{}: the count of rows read may be too small", step.name());
    }
    return rowsRead.take(step.name());
  }

  /** Where each table stands that the step reads as it is now; its own tables aside. */
  private Map<String, Position> positions(Step step) {
    Set<String> own =
        step.writes().tables().stream().map(Writes.Write::table).collect(Collectors.toSet());
    Map<String, Position> positions = new HashMap<>();
    for (Reads.Read read : step.reads().tables()) {
      if (read.how() != Reads.How.PUBLISHED) {
        List<String> tables = new ArrayList<>(List.of(read.table()));
        read.span().ifPresent(span -> tables.addAll(span.changedTables()));
        tables.stream()
            .filter(table -> !own.contains(table))
            .forEach(table -> positions.computeIfAbsent(table, parts.store()::position));
      }
    }
    return positions;
  }

  /** One step at work. */
  private final class Work {
    private final Step step;
    private final Map<String, Position> reading;
    private final Map<String, Position> since;
    private final RunInputs inputs;

    Work(Step step, Map<String, Position> reading) {
      this.step = step;
      this.reading = reading;
      this.since = parts.consumed().getOrDefault(step.name(), Map.of());
      this.inputs = new RunInputs(step, session, run, parts.store(), since, parts.champions());
    }

    Result run(Optional<StepResult> before) {
      if (before.isPresent() && isStillGood(before.get())) {
        return new Result(before.get().state(), before.get().tables(), "already done in this run");
      }
      if (before.isPresent()) {
        step.writes().tables().forEach(write -> parts.store().discard(write.table()));
      }
      if (!step.runsWithoutChanges() && nothingChanged()) {
        return new Result(State.SKIPPED, List.of(), "nothing that it reads has changed");
      }
      if (step instanceof TrainStep train) {
        parts.champions().decided(train.train(inputs).askedFor(run.retraining()));
      }
      return new Result(State.DONE, write(step.build(inputs)), "");
    }

    private boolean isStillGood(StepResult before) {
      boolean isDone = before.state() == State.DONE || before.state() == State.SKIPPED;
      return isDone
          && before.consumed().equals(reading)
          && isTrainedAsAsked()
          && step.reads().modelFamilies().stream().noneMatch(parts.champions()::isDecidedNow);
    }

    /** A training of this run that nobody asked for does not count when somebody asks. */
    private boolean isTrainedAsAsked() {
      return !(step instanceof TrainStep train)
          || parts
              .champions()
              .trained(train.family())
              .filter(trained -> trained.answers(run.retraining()))
              .isPresent();
    }

    /** A step that never ran may have rows to make from nothing. */
    private boolean nothingChanged() {
      List<String> changing =
          step.reads().tables().stream()
              .filter(read -> read.how() == Reads.How.CHANGES)
              .map(Reads.Read::table)
              .toList();
      return !changing.isEmpty()
          && parts.consumed().containsKey(step.name())
          && changing.stream().allMatch(inputs::isUnchanged);
    }

    private List<TableResult> write(Changes changes) {
      refuseUndeclared(changes);
      List<TableResult> results = new ArrayList<>();
      for (Writes.Write write : step.writes().tables()) {
        TableSpec spec = warehouse.table(write.table());
        Changes.ChangeSet set = changes.sets().get(write.table());
        if (set != null) {
          Conform conform = new Conform(spec, step.name(), run.runId());
          TableResult result =
              parts
                  .store()
                  .write(
                      spec,
                      write.mode(),
                      conform.apply(set),
                      parts.gate(),
                      inputs.stored(write.table()));
          parts.gate().measureSize(result);
          results.add(result);
        }
      }
      return results;
    }

    private void refuseUndeclared(Changes changes) {
      Set<String> declared =
          step.writes().tables().stream().map(Writes.Write::table).collect(Collectors.toSet());
      for (String table : changes.sets().keySet()) {
        if (!declared.contains(table)) {
          throw new IllegalArgumentException(
              "Cannot write %s from step %s: its writes() do not name the table; add it there."
                  .formatted(table, step.name()));
        }
      }
    }
  }
}
