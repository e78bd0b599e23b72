package io.clientele.jobs.cli;

import io.clientele.pipeline.RunListener;
import io.clientele.pipeline.StepResult;
import java.io.PrintWriter;
import java.util.Locale;

/** One line a step on the terminal while a night runs. */
final class Progress implements RunListener {
  private final PrintWriter out = Terminal.out();
  private final long startedNanos = System.nanoTime();

  @Override
  public synchronized void stepFinished(StepResult result) {
    String what =
        result.state() == StepResult.State.DONE
            ? changed(result)
            : result.state().name().toLowerCase(Locale.ROOT)
                + (result.message().isBlank() || isSaidAtTheEnd(result)
                    ? ""
                    : ": " + result.message());
    out.printf(
        "%6.1f s  %-34s %5.1f s  %s%n",
        (System.nanoTime() - startedNanos) / 1e9, result.step(), result.seconds(), what);
    out.flush();
  }

  /** The reason of a stop is the error that the command ends with. */
  private static boolean isSaidAtTheEnd(StepResult result) {
    return result.state() == StepResult.State.STOPPED;
  }

  /** Staging keeps refused rows and those that where leaves out in one table. */
  private static String refused(StepResult result) {
    return result.step().startsWith("stage-") ? "refused or left out" : "refused";
  }

  private static String changed(StepResult result) {
    if (result.rowsOut() == 0) {
      return result.message().isBlank() ? "nothing changed" : result.message();
    }
    StringBuilder text = new StringBuilder("%,d new".formatted(result.inserted()));
    if (result.updated() > 0) {
      text.append(", %,d changed".formatted(result.updated()));
    }
    if (result.deleted() > 0) {
      text.append(", %,d gone".formatted(result.deleted()));
    }
    if (result.quarantined() > 0) {
      text.append(", %,d %s".formatted(result.quarantined(), refused(result)));
    }
    return result.message().isBlank() ? text.toString() : text + "; " + result.message();
  }
}
