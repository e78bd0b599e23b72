package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.BackfillPlan;
import io.clientele.jobs.schedule.state.Reprocess;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.Backfill;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Tables;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.RunIds;
import io.clientele.jobs.schedule.timetable.RunType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates backfills, and pauses, resumes and cancels them. */
public final class BackfillActions {
  private final SchedulerStore store;
  private final SchedulerActions actions;
  private final Clock clock;

  public BackfillActions(SchedulerStore store, SchedulerActions actions, Clock clock) {
    this.store = store;
    this.actions = actions;
    this.clock = clock;
  }

  /**
   * A backfill as somebody asks for it.
   *
   * @param conf replaces the conf of the runs it makes; empty = none, existing runs keep theirs
   */
  public record Request(
      String dagId,
      BackfillPlan plan,
      int maxActiveRuns,
      Optional<Map<String, Object>> conf,
      DagRun.Origin origin) {}

  /** What a backfill would do for each of its dates. */
  public record Planned(RunDates dates, Reprocess.Action action) {}

  public List<Planned> dryRun(Request request) {
    List<RunDates> dates = checked(request);
    return store.read(tables -> planned(tables, request, dates));
  }

  private static List<Planned> planned(Tables tables, Request request, List<RunDates> dates) {
    BackfillPlan plan = request.plan();
    Map<Instant, RunState> existing =
        tables.runs().statesBetween(request.dagId(), plan.from(), plan.to());
    return dates.stream()
        .map(
            date ->
                new Planned(
                    date,
                    plan.reprocess().action(Optional.ofNullable(existing.get(date.logicalDate())))))
        .toList();
  }

  private List<RunDates> checked(Request request) {
    DagDefinition dag = actions.dag(request.dagId());
    boolean dependsOnPast = dag.tasks().stream().anyMatch(TaskDefinition::dependsOnPast);
    request.plan().check(dag.timetable(), dependsOnPast, clock.instant());
    return request.plan().runs(dag.timetable(), clock.instant());
  }

  /**
   * Makes all runs at once; they start as the backfill's limit allows.
   *
   * @throws ConflictException when the DAG has an active backfill
   */
  public Backfill create(Request request) {
    List<RunDates> dates = checked(request);
    DagDefinition dag = actions.dag(request.dagId());
    return store.decide(
        tables -> {
          actions.known(tables, dag);
          refuseSecond(tables, request.dagId());
          Instant now = clock.instant();
          Backfill backfill =
              new Backfill(
                  tables.backfills().nextId(),
                  request.dagId(),
                  request.plan(),
                  request.maxActiveRuns(),
                  request.conf().orElse(Map.of()),
                  false,
                  now,
                  Optional.empty(),
                  now);
          tables.backfills().insert(backfill);
          make(tables, request, planned(tables, request, dates), backfill.id());
          return backfill;
        });
  }

  private static void refuseSecond(Tables tables, String dagId) {
    tables.backfills().of(dagId).stream()
        .filter(Backfill::isActive)
        .findFirst()
        .ifPresent(
            active -> {
              throw new ConflictException(
                  "Cannot backfill %s: backfill %d is still active; wait for it or cancel it."
                      .formatted(dagId, active.id()));
            });
  }

  /** New runs are written at once: nobody else decides while a long backfill is made. */
  private void make(Tables tables, Request request, List<Planned> plan, long backfill) {
    List<DagRun> created = new ArrayList<>();
    for (int ordinal = 0; ordinal < plan.size(); ordinal++) {
      DagRun.InBackfill place = new DagRun.InBackfill(backfill, ordinal);
      RunDates dates = plan.get(ordinal).dates();
      switch (plan.get(ordinal).action()) {
        case CREATE -> created.add(created(request, dates, place));
        case RERUN -> rerun(tables, request, dates, place);
        case SKIP -> {}
      }
    }
    tables
        .runs()
        .insertAll(created)
        .ifPresent(
            run -> {
              throw new ConflictException(
                  "Cannot backfill %s: a run %s exists for another date; delete it first."
                      .formatted(request.dagId(), run.runId()));
            });
  }

  private DagRun created(Request request, RunDates dates, DagRun.InBackfill place) {
    return DagRun.queued(
            request.dagId(),
            RunIds.of(RunType.BACKFILL, dates.runAfter()),
            RunType.BACKFILL,
            new DagRun.Dates(
                Optional.of(dates.logicalDate()), Optional.of(dates.interval()), dates.runAfter()),
            request.origin(),
            clock.instant())
        .withConf(request.conf().orElse(Map.of()))
        .inBackfill(place);
  }

  /** The existing run is cleared as a whole and keeps its id. */
  private void rerun(Tables tables, Request request, RunDates dates, DagRun.InBackfill place) {
    DagRun run = tables.runs().at(request.dagId(), dates.logicalDate()).orElseThrow();
    actions.clearAll(tables, run);
    DagRun again = run.queuedAgain(clock.instant()).inBackfill(place);
    tables.runs().save(request.conf().map(again::withConf).orElse(again));
  }

  public Backfill pause(long id, boolean paused) {
    return store.decide(
        tables -> {
          Backfill backfill = active(tables, id).paused(paused, clock.instant());
          tables.backfills().save(backfill);
          return backfill;
        });
  }

  /** Ends it: its queued runs fail, those that run go on. */
  public Backfill cancel(long id) {
    return store.decide(
        tables -> {
          Instant now = clock.instant();
          Backfill backfill = active(tables, id).completed(now);
          tables.backfills().save(backfill);
          tables.runs().failQueuedOf(id, now);
          return backfill;
        });
  }

  private static Backfill active(Tables tables, long id) {
    Backfill backfill =
        tables
            .backfills()
            .find(id)
            .orElseThrow(
                () ->
                    new UnknownException(
                        "Cannot find backfill " + id + ": there is none; check its number."));
    if (!backfill.isActive()) {
      throw new ConflictException(
          "Cannot change backfill %d: it is over since %s; start another one."
              .formatted(id, backfill.completedAt().orElseThrow()));
    }
    return backfill;
  }
}
