package io.clientele.jobs.schedule.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which tasks of which runs are to be run again.
 *
 * @param runId one run, with its neighbours in time where asked for
 * @param from first logical date where no run is named
 * @param taskIds empty = all
 */
public record ClearRequest(
    String dagId,
    Optional<String> runId,
    Optional<Instant> from,
    Optional<Instant> to,
    List<String> taskIds,
    Reach reach,
    boolean onlyFailed,
    boolean onlyRunning,
    boolean resetsRuns) {

  /** What is cleared beside the named tasks. */
  public record Reach(boolean upstream, boolean downstream, boolean past, boolean future) {
    public static final Reach NONE = new Reach(false, false, false, false);
    public static final Reach DOWNSTREAM = new Reach(false, true, false, false);
  }

  /** Every task of a run. */
  public static ClearRequest run(String dagId, String runId) {
    return tasks(dagId, runId, List.of(), Reach.NONE);
  }

  /** Some tasks of a run. */
  public static ClearRequest tasks(String dagId, String runId, List<String> taskIds, Reach reach) {
    return new ClearRequest(
        dagId,
        Optional.of(runId),
        Optional.empty(),
        Optional.empty(),
        taskIds,
        reach,
        false,
        false,
        true);
  }
}
