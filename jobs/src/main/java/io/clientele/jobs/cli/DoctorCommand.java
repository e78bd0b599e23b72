package io.clientele.jobs.cli;

import io.clientele.jobs.doctor.Doctor;
import io.clientele.jobs.doctor.Finding;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clientele doctor}: is everything there that a night needs. */
@Command(
    name = "doctor",
    description = "Look at everything that a night needs; exit code 1 when something is missing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Override
  public Integer call() {
    List<Finding> findings = new Doctor(project.open(), Clock.systemUTC()).look();
    for (Finding finding : findings) {
      Terminal.out().printf("%-8s %-32s %s%n", finding.verdict(), finding.what(), finding.text());
    }
    Terminal.out().flush();
    return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.ERROR)
        ? ExitCodes.FAILED
        : ExitCodes.DONE;
  }
}
