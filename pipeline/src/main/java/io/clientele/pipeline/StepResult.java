package io.clientele.pipeline;

import io.clientele.pipeline.store.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What became of one step: the same numbers in progress display, log and ledger.
 *
 * @param step name of the step
 * @param state how it ended
 * @param startedAt when, UTC
 * @param seconds how long it took
 * @param rowsRead rows that Spark read, by table
 * @param tables what it wrote
 * @param consumed how far it has now read each table whose changes it reads
 * @param message for people; empty when there is nothing to say
 */
public record StepResult(
    String step,
    State state,
    Instant startedAt,
    double seconds,
    Map<String, Long> rowsRead,
    List<TableResult> tables,
    Map<String, Position> consumed,
    String message) {

  /** How a step ended. */
  public enum State {
    /** It wrote what it had to. */
    DONE,
    /** Nothing that it reads had changed. */
    SKIPPED,
    /** The quality gate refused what it wrote. */
    STOPPED,
    /** It failed. */
    FAILED
  }

  public StepResult {
    rowsRead = Map.copyOf(rowsRead);
    tables = List.copyOf(tables);
    consumed = Map.copyOf(consumed);
  }

  public long rowsIn() {
    return rowsRead.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows that changed in all tables together. */
  public long rowsOut() {
    return inserted() + updated() + deleted();
  }

  public long inserted() {
    return sum(TableResult::inserted);
  }

  public long updated() {
    return sum(TableResult::updated);
  }

  public long deleted() {
    return sum(TableResult::deleted);
  }

  public long quarantined() {
    return sum(TableResult::quarantined);
  }

  private long sum(ToLongFunction<TableResult> number) {
    return tables.stream().mapToLong(number).sum();
  }
}
