package io.clientele.pipeline;

import io.clientele.pipeline.StepResult.State;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.RunLedger;
import io.clientele.pipeline.publication.Publisher.Candidate;
import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.TableStore;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.feature.FtrAsOf;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Collects what a run's steps did into what it may publish. */
final class Candidates {
  private final Warehouse warehouse;
  private final TableStore store;
  private final RunLedger ledger;

  Candidates(Warehouse warehouse, TableStore store, RunLedger ledger) {
    this.warehouse = warehouse;
    this.store = store;
    this.ledger = ledger;
  }

  /** What may be published, or why it may not. */
  Candidate of(RunContext run, Optional<Published> base, Map<String, String> models) {
    ledger.steps(run.runId()).forEach(result -> refuseUnfinished(run.runId(), result));
    ledger.steps(run.runId()).forEach(result -> refuseStale(run.runId(), result));
    return soFar(run, base, models);
  }

  /** What the run has by now, whether or not it may be published. */
  Candidate soFar(RunContext run, Optional<Published> base, Map<String, String> models) {
    Map<String, Position> written = new HashMap<>();
    Map<String, Map<String, Position>> consumed = new HashMap<>();
    for (StepResult result : ledger.steps(run.runId())) {
      result.tables().forEach(table -> written.put(table.table(), table.position()));
      consumed.put(result.step(), result.consumed());
    }
    return new Candidate(run.runId(), base, asOf(run), changed(written, base), consumed, models);
  }

  private static Map<String, Position> changed(
      Map<String, Position> written, Optional<Published> base) {
    Map<String, Position> before = base.map(Published::positions).orElse(Map.of());
    written
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue().wasNeverWritten()
                    || entry.getValue().equals(before.get(entry.getKey())));
    return written;
  }

  private static void refuseUnfinished(String runId, StepResult result) {
    if (result.state() == State.FAILED || result.state() == State.STOPPED) {
      throw new IllegalArgumentException(
          "Cannot publish run %s: step %s is %s (%s); run it again in this run first."
              .formatted(runId, result.step(), result.state(), result.message()));
    }
  }

  /** A step that read a table before it was written again would publish two truths. */
  private void refuseStale(String runId, StepResult result) {
    result
        .consumed()
        .forEach(
            (table, position) -> {
              if (!store.position(table).equals(position)) {
                throw new IllegalArgumentException(
                    "Cannot publish run %s: step %s read %s before it was written again; run %s again in this run first."
                        .formatted(runId, result.step(), table, result.step()));
              }
            });
  }

  private LocalDate asOf(RunContext run) {
    return run.requestedAsOf()
        .or(this::storedAsOf)
        .orElseGet(() -> run.startedAt().atZone(run.companyZone()).toLocalDate());
  }

  private Optional<LocalDate> storedAsOf() {
    String table = FtrAsOf.TABLE.name();
    if (warehouse.find(table).isEmpty() || store.position(table).wasNeverWritten()) {
      return Optional.empty();
    }
    List<Row> rows = store.current(table).select(FtrAsOf.AS_OF_DATE.name()).takeAsList(1);
    return rows.stream().map(row -> row.getDate(0).toLocalDate()).findFirst();
  }
}
