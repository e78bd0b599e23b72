package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.engine.UnknownException;
import io.clientele.jobs.schedule.home.FolderBag;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.Tables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command about DAGs takes: where their files are, and how to print. */
final class SchedulerOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--dags",
      paramLabel = "DIR",
      description = "Folder of the DAG files; default: the project's dags, else the shipped ones.")
  private Path dags;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Listing.Form output = Listing.Form.TABLE;

  /**
   * The project that --project names; not by ProjectOption, which knows its nearest command only.
   */
  private OpenProject project() {
    return OpenProject.locate(((ClienteleCommand) command.root().userObject()).project());
  }

  SchedulerHome open() {
    return SchedulerHome.open(project(), Optional.ofNullable(dags), Clock.systemUTC());
  }

  FolderBag bag() {
    return SchedulerHome.bag(project(), Optional.ofNullable(dags));
  }

  PrintWriter out() {
    return command.commandLine().getOut();
  }

  void print(Listing listing) {
    listing.print(out(), output);
  }

  static DagDefinition find(FolderBag bag, String dagId) {
    return bag.find(dagId)
        .orElseThrow(
            () ->
                new UnknownException(
                    "Cannot find DAG %s: no file in %s names it; see 'clientele dags list'."
                        .formatted(dagId, bag.folder())));
  }

  /** A run by its id, or by its logical date. */
  static DagRun run(Tables tables, String dagId, String named) {
    return tables
        .runs()
        .find(dagId, named)
        .or(() -> date(named).flatMap(date -> tables.runs().at(dagId, date)))
        .orElseThrow(
            () ->
                new UnknownException(
                    "Cannot find run %s of %s: no id and no logical date is so; see 'clientele"
                        .concat(" dags list-runs %s'.")
                        .formatted(named, dagId, dagId)));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(instant(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** An instant with an offset, or the beginning of a day in UTC. */
  static Instant instant(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "Cannot read date '%s': write 2026-01-31 or 2026-01-31T02:00:00+00:00.".formatted(text),
          e);
    }
  }

  /** Empty text for what is not there. */
  static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
