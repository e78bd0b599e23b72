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
 * @param acceptsRefused whether it is published however many rows are refused
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
    boolean acceptsRefused,
    boolean retrains) {

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
    return new NightlyRequest(
        command,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Kind.WHOLE_NIGHT,
        Optional.empty(),
        "local[*]",
        false,
        false);
  }

  public static NightlyRequest steps(String command, List<String> names) {
    return new NightlyRequest(
        command,
        names,
        Optional.empty(),
        Optional.empty(),
        Kind.STEPS,
        Optional.empty(),
        "local[*]",
        false,
        false);
  }

  public static NightlyRequest publish(String command, String runId) {
    return new NightlyRequest(
        command,
        List.of(),
        Optional.empty(),
        Optional.of(runId),
        Kind.PUBLISH,
        Optional.empty(),
        "local[*]",
        false,
        false);
  }

  public NightlyRequest asOf(Optional<LocalDate> date) {
    return new NightlyRequest(
        command, steps, date, runId, kind, replay, master, acceptsRefused, retrains);
  }

  public NightlyRequest continuing(Optional<String> run) {
    return new NightlyRequest(
        command, steps, asOf, run, kind, replay, master, acceptsRefused, retrains);
  }

  public NightlyRequest replaying(String entity) {
    return new NightlyRequest(
        command, steps, asOf, runId, kind, Optional.of(entity), master, acceptsRefused, retrains);
  }

  public NightlyRequest onMaster(String url) {
    return new NightlyRequest(
        command, steps, asOf, runId, kind, replay, url, acceptsRefused, retrains);
  }

  public NightlyRequest acceptingRefused(boolean accepts) {
    return new NightlyRequest(command, steps, asOf, runId, kind, replay, master, accepts, retrains);
  }

  public NightlyRequest retraining(boolean isForced) {
    return new NightlyRequest(
        command, steps, asOf, runId, kind, replay, master, acceptsRefused, isForced);
  }

  /** Who asked for a training that was not due, for the registry and the model cards. */
  Optional<String> whoRetrains() {
    return retrains
        ? Optional.of("forced by clientele " + command + " --retrain")
        : Optional.empty();
  }
}
