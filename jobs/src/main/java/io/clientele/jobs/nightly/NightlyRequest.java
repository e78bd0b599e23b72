package io.clientele.jobs.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a run.
 *
 * @param command what the ledger calls it
 * @param steps names of steps or layers; empty = all
 * @param asOf as-of date; empty = the day after the newest business date
 * @param runId run to continue; empty = a run of its own
 * @param kind run steps, or only publish what a run has
 * @param replay source entity (source.entity) whose refused rows are taken up again
 * @param master Spark master URL
 * @param accepted what would stop it otherwise and shall not
 * @param retrains whether every model family is trained anew, due or not
 */
public record NightlyRequest(
    String command,
    List<String> steps,
    Optional<LocalDate> asOf,
    Optional<String> runId,
    Kind kind,
    Optional<String> replay,
    String master,
    Accepted accepted,
    boolean retrains) {

  /**
   * What somebody looked at and let pass, this once.
   *
   * @param refused however many new rows are refused
   * @param vanished however many records a full extract no longer holds
   */
  public record Accepted(boolean refused, boolean vanished) {
    static final Accepted NOTHING = new Accepted(false, false);
  }

  /** What a run does at its end. */
  public enum Kind {
    /** All steps, publication, report and list. */
    WHOLE_NIGHT,
    /** Some steps; published unless a run is continued. */
    STEPS,
    /** No steps, publication only. */
    PUBLISH
  }

  public NightlyRequest {
    steps = List.copyOf(steps);
  }

  public static NightlyRequest nightly(String command) {
    return of(command, List.of(), Optional.empty(), Kind.WHOLE_NIGHT);
  }

  public static NightlyRequest steps(String command, List<String> names) {
    return of(command, names, Optional.empty(), Kind.STEPS);
  }

  public static NightlyRequest publish(String command, String runId) {
    return of(command, List.of(), Optional.of(runId), Kind.PUBLISH);
  }

  private static NightlyRequest of(
      String command, List<String> steps, Optional<String> runId, Kind kind) {
    return new NightlyRequest(
        command,
        steps,
        Optional.empty(),
        runId,
        kind,
        Optional.empty(),
        "local[*]",
        Accepted.NOTHING,
        false);
  }

  public NightlyRequest asOf(Optional<LocalDate> date) {
    return new NightlyRequest(
        command, steps, date, runId, kind, replay, master, accepted, retrains);
  }

  public NightlyRequest continuing(Optional<String> run) {
    return new NightlyRequest(command, steps, asOf, run, kind, replay, master, accepted, retrains);
  }

  public NightlyRequest replaying(String entity) {
    return new NightlyRequest(
        command, steps, asOf, runId, kind, Optional.of(entity), master, accepted, retrains);
  }

  public NightlyRequest onMaster(String url) {
    return new NightlyRequest(command, steps, asOf, runId, kind, replay, url, accepted, retrains);
  }

  public NightlyRequest accepting(Accepted all) {
    return new NightlyRequest(command, steps, asOf, runId, kind, replay, master, all, retrains);
  }

  public NightlyRequest retraining(boolean isForced) {
    return new NightlyRequest(
        command, steps, asOf, runId, kind, replay, master, accepted, isForced);
  }

  /** Who asked for a training that was not due, for the registry and the model cards. */
  Optional<String> whoRetrains() {
    return retrains
        ? Optional.of("forced by clientele " + command + " --retrain")
        : Optional.empty();
  }
}
