package io.clientele.pipeline.metadata;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The lock of a warehouse: a lease owned by a run id, not by a process. A run may hold it between
 * its tasks. It is dead when it expired, or at once when its process ran on this computer and is
 * gone.
 */
public final class RunLock {
  /** How long a lease lasts without a heartbeat. */
  static final Duration LEASE = Duration.ofSeconds(120);

  private static final String NAME = "warehouse";

  private final MetadataDatabase database;
  private final Holder here;

  RunLock(MetadataDatabase database, Holder here) {
    this.database = database;
    this.here = here;
  }

  /** A lease as the database has it. */
  record Lease(String runId, Holder holder, long acquiredAt, long expiresAt) {
    boolean isDead(Holder here, Instant now) {
      return expiresAt < now.toEpochMilli() || holder.isDeadHere(here);
    }
  }

  /**
   * Takes the lease for the run, or continues it when the run owns it already.
   *
   * @throws WarehouseBusyException when another run that is not dead owns it
   */
  public void acquire(String runId, Instant now) {
    Optional<Lease> taken = database.jdbi().inTransaction(handle -> tryAcquire(handle, runId, now));
    if (taken.isPresent()) {
      throw busy(runId, taken.get());
    }
  }

  /** Empty when the lease is ours now, else the lease that stands in the way. */
  private Optional<Lease> tryAcquire(Handle handle, String runId, Instant now) {
    int inserted =
        handle
            .createUpdate(
                "INSERT INTO run_lease (name, run_id, host, pid, process_started_at, acquired_at,"
                    + " expires_at) VALUES (:name, :run, :host, :pid, :started, :now, :expires)"
                    + " ON CONFLICT (name) DO NOTHING")
            .bind("name", NAME)
            .bind("run", runId)
            .bind("host", here.host())
            .bind("pid", here.pid())
            .bind("started", here.startedAt())
            .bind("now", now.toEpochMilli())
            .bind("expires", now.plus(LEASE).toEpochMilli())
            .execute();
    if (inserted == 1) {
      return Optional.empty();
    }
    Lease lease = read(handle).orElseThrow();
    boolean mayTake = lease.runId().equals(runId) || lease.isDead(here, now);
    return mayTake && replace(handle, lease, runId, now) ? Optional.empty() : Optional.of(lease);
  }

  /** Compare and set: false when somebody else was quicker. */
  private boolean replace(Handle handle, Lease old, String runId, Instant now) {
    return handle
            .createUpdate(
                "UPDATE run_lease SET run_id = :run, host = :host, pid = :pid, process_started_at ="
                    + " :started, acquired_at = :now, expires_at = :expires WHERE name = :name AND"
                    + " run_id = :oldRun AND expires_at = :oldExpires AND pid = :oldPid")
            .bind("name", NAME)
            .bind("run", runId)
            .bind("host", here.host())
            .bind("pid", here.pid())
            .bind("started", here.startedAt())
            .bind("now", now.toEpochMilli())
            .bind("expires", now.plus(LEASE).toEpochMilli())
            .bind("oldRun", old.runId())
            .bind("oldExpires", old.expiresAt())
            .bind("oldPid", old.holder().pid())
            .execute()
        == 1;
  }

  /** Prolongs the lease; false when the run does not own it any more. */
  public boolean renew(String runId, Instant now) {
    return hold(runId, here, now.plus(LEASE));
  }

  /** Keeps the lease for the run without a process, between two tasks. */
  public boolean rest(String runId, Instant until) {
    return hold(runId, here.resting(), until);
  }

  private boolean hold(String runId, Holder holder, Instant until) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            "UPDATE run_lease SET host = :host, pid = :pid, process_started_at ="
                                + " :started, expires_at = :until WHERE name = :name AND run_id ="
                                + " :run")
                        .bind("name", NAME)
                        .bind("run", runId)
                        .bind("host", holder.host())
                        .bind("pid", holder.pid())
                        .bind("started", holder.startedAt())
                        .bind("until", until.toEpochMilli())
                        .execute())
        == 1;
  }

  /** Gives the lease back; nothing happens when the run does not own it. */
  public void release(String runId) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("DELETE FROM run_lease WHERE name = ? AND run_id = ?", NAME, runId));
  }

  /** Ends the lease of a run that rests between two tasks. */
  static void endRest(Handle handle, String runId) {
    handle.execute("DELETE FROM run_lease WHERE name = ? AND run_id = ? AND pid = 0", NAME, runId);
  }

  /** The run that owns the warehouse now; a dead one owns nothing. */
  public Optional<String> owner(Instant now) {
    return database
        .jdbi()
        .withHandle(RunLock::read)
        .filter(lease -> !lease.isDead(here, now))
        .map(Lease::runId);
  }

  /** Locks the lease row until the transaction ends; refuses when the run does not own it. */
  static void fence(Handle handle, String runId) {
    int owned =
        handle.execute(
            "UPDATE run_lease SET expires_at = expires_at WHERE name = ? AND run_id = ?",
            NAME,
            runId);
    if (owned != 1) {
      throw new LeaseLostException(
          "Cannot publish run "
              + runId
              + ": it lost the warehouse to another run while it worked; start it again.");
    }
  }

  private static Optional<Lease> read(Handle handle) {
    return handle
        .createQuery("SELECT * FROM run_lease WHERE name = :name")
        .bind("name", NAME)
        .map(
            (rows, context) ->
                new Lease(
                    rows.getString("run_id"),
                    new Holder(
                        rows.getString("host"),
                        rows.getLong("pid"),
                        rows.getLong("process_started_at")),
                    rows.getLong("acquired_at"),
                    rows.getLong("expires_at")))
        .findOne();
  }

  private static WarehouseBusyException busy(String runId, Lease lease) {
    if (lease.holder().isResting()) {
      return new WarehouseBusyException(
          "Cannot start run %1$s: run %2$s is open (between two tasks) and keeps the warehouse until %3$s; publish it with 'clientele publish --run %4$s', give it up with 'clientele runs --give-up %4$s', or wait until then."
              .formatted(
                  runId, lease.runId(), Instant.ofEpochMilli(lease.expiresAt()), lease.runId()));
    }
    return new WarehouseBusyException(
        "Cannot start run %s: run %s (%s) holds the warehouse since %s; wait until it ends, see 'clientele status'."
            .formatted(
                runId, lease.runId(), lease.holder(), Instant.ofEpochMilli(lease.acquiredAt())));
  }
}
