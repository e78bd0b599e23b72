package io.clientele.pipeline;

import java.util.List;

/**
 * What to run.
 *
 * @param context id, clock and dates of the run
 * @param command what the user asked for, for the ledger
 * @param steps the steps, in any order
 * @param publishes true = a whole run; false = the run stays open for more steps and for {@link
 *     Pipeline#publish}
 * @param listener hears the progress
 */
public record RunRequest(
    RunContext context, String command, List<Step> steps, boolean publishes, RunListener listener) {
  public RunRequest {
    steps = List.copyOf(steps);
  }
}
