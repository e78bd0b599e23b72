package io.clientele.jobs.schedule.store;

import io.clientele.jobs.schedule.state.BackfillPlan;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Runs made after the fact.
 *
 * @param maxActiveRuns how many of its runs may run at a time
 * @param completedAt when its last run ended, or when it was cancelled
 */
public record Backfill(
    long id,
    String dagId,
    BackfillPlan plan,
    int maxActiveRuns,
    Map<String, Object> conf,
    boolean isPaused,
    Instant createdAt,
    Optional<Instant> completedAt,
    Instant updatedAt) {

  public boolean isActive() {
    return completedAt.isEmpty();
  }

  public Backfill paused(boolean paused, Instant now) {
    return new Backfill(id, dagId, plan, maxActiveRuns, conf, paused, createdAt, completedAt, now);
  }

  public Backfill completed(Instant now) {
    return new Backfill(
        id, dagId, plan, maxActiveRuns, conf, isPaused, createdAt, Optional.of(now), now);
  }
}
