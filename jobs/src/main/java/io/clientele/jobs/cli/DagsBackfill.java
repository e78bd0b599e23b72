package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.engine.BackfillActions;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.state.BackfillPlan;
import io.clientele.jobs.schedule.state.Reprocess;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.timetable.RunIds;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele dags backfill}: runs for dates that have passed. */
@Command(
    name = "backfill",
    description = "Make the runs of dates that have passed; a scheduler runs them.",
    mixinStandardHelpOptions = true)
final class DagsBackfill implements Callable<Integer> {
  @Mixin private SchedulerOptions options;

  @Parameters(paramLabel = "DAG")
  private String dagId;

  @Option(names = "--from-date", required = true, paramLabel = "D")
  private String from;

  @Option(names = "--to-date", required = true, paramLabel = "D")
  private String to;

  @Option(names = "--run-backwards", description = "Newest first.")
  private boolean backwards;

  @Option(
      names = "--reprocess-behavior",
      description = "Which existing runs run again: ${COMPLETION-CANDIDATES}.")
  private Reprocess reprocess = Reprocess.NONE;

  @Option(names = "--max-active-runs", description = "Runs at a time; default ${DEFAULT-VALUE}.")
  private int maxActiveRuns = 10;

  @Option(names = "--dag-run-conf", paramLabel = "JSON")
  private String conf;

  @Option(names = "--dry-run", description = "Say what would be done for each date.")
  private boolean dryRun;

  @Override
  public Integer call() {
    BackfillActions.Request request =
        new BackfillActions.Request(
            dagId,
            new BackfillPlan(
                SchedulerOptions.instant(from), SchedulerOptions.instant(to), backwards, reprocess),
            maxActiveRuns,
            Optional.ofNullable(conf).map(Conf::read),
            new DagRun.Origin("backfill", Optional.ofNullable(System.getenv("USER"))));
    try (SchedulerHome home = options.open()) {
      if (dryRun) {
        Listing listing = new Listing("logical_date", "run_after", "action");
        for (BackfillActions.Planned planned : home.backfills().dryRun(request)) {
          listing.add(
              RunIds.isoText(planned.dates().logicalDate()),
              RunIds.isoText(planned.dates().runAfter()),
              planned.action().name().toLowerCase(Locale.ROOT));
        }
        options.print(listing);
      } else {
        Backfill backfill = home.backfills().create(request);
        options.print(
            new Listing("id", "dag_id", "runs")
                .add(
                    backfill.id(),
                    dagId,
                    home.store().read(tables -> tables.runs().countOf(backfill.id()))));
      }
    }
    return ExitCodes.DONE;
  }
}
