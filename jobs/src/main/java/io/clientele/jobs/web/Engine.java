package io.clientele.jobs.web;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.engine.BackfillActions;
import io.clientele.jobs.schedule.engine.Clear;
import io.clientele.jobs.schedule.engine.DagBag;
import io.clientele.jobs.schedule.engine.SchedulerActions;
import io.clientele.jobs.schedule.engine.SchedulerSettings;
import io.clientele.jobs.schedule.engine.TaskLogs;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.SchedulerStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the interface asks: definitions, database, actions and logs. */
record Engine(
    SchedulerStore store,
    DagBag bag,
    SchedulerSettings settings,
    Clock clock,
    SchedulerActions actions,
    BackfillActions backfills,
    Clear clear,
    TaskLogs logs) {

  static Engine of(SchedulerStore store, DagBag bag, SchedulerSettings settings, Clock clock) {
    SchedulerActions actions = new SchedulerActions(store, bag, settings, clock);
    return new Engine(
        store,
        bag,
        settings,
        clock,
        actions,
        new BackfillActions(store, actions, clock),
        new Clear(store, bag, clock),
        new TaskLogs(settings.logs()));
  }

  /** The DAG of a path; 404 in Airflow's words when there is none. */
  DagDefinition dag(String dagId) {
    return bag.find(dagId)
        .orElseThrow(
            () -> ApiError.notFound("The Dag with ID: `%s` was not found".formatted(dagId)));
  }

  /** The DAGs of a path: all for {@code ~}. */
  List<DagDefinition> dags(String dagId) {
    return dagId.equals("~") ? bag.dags() : List.of(dag(dagId));
  }

  Optional<DagEntry> entry(String dagId) {
    return store.read(tables -> tables.dags().find(dagId));
  }

  RunRows rows(DagDefinition dag) {
    return new RunRows(dag, entry(dag.dagId()));
  }
}
