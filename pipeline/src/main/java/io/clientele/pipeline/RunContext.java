package io.clientele.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run knows of itself; the only clock of the steps.
 *
 * @param runId unique, sortable
 * @param requestedAsOf as-of date given by the caller; empty = the day after the newest business
 *     date in the sources
 * @param startedAt when the run started, UTC
 * @param companyZone zone of the company: local midnight of the as-of date
 * @param warehouse the warehouse folder, absolute
 * @param seed for everything random
 * @param retraining who asked that every model family be trained anew, in words; empty = each
 *     family decides itself whether its champion is due
 */
public record RunContext(
    String runId,
    Optional<LocalDate> requestedAsOf,
    Instant startedAt,
    ZoneId companyZone,
    Path warehouse,
    long seed,
    Optional<String> retraining) {
  /** The characters of Airflow's run ids, which the shipped DAGs hand on. */
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.~:+-]{0,99}");

  public RunContext {
    if (!RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException(
          "Cannot use run id '%s': it names branches and files; take letters, digits, and _ . ~ : + -, at most 100."
              .formatted(runId));
    }
  }

  /** A run whose model families decide themselves whether they train. */
  public RunContext(
      String runId,
      Optional<LocalDate> requestedAsOf,
      Instant startedAt,
      ZoneId companyZone,
      Path warehouse,
      long seed) {
    this(runId, requestedAsOf, startedAt, companyZone, warehouse, seed, Optional.empty());
  }

  /** The same as of another date. */
  RunContext asOf(LocalDate date) {
    return new RunContext(
        runId, Optional.of(date), startedAt, companyZone, warehouse, seed, retraining);
  }

  /** The same, with every model family trained anew; the words go to the registry and the cards. */
  public RunContext retraining(String why) {
    return new RunContext(
        runId, requestedAsOf, startedAt, companyZone, warehouse, seed, Optional.of(why));
  }
}
