package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parts of one pass share: the tables, the DAGs, the instant, and what has ended. */
final class Pass {
  private final Tables tables;
  private final Map<String, DagShape> shapes;
  private final SchedulerSettings settings;
  private final Instant now;
  private final Set<String> paused = new HashSet<>();
  private final List<DagRun> ended = new ArrayList<>();

  Pass(Tables tables, Map<String, DagShape> shapes, SchedulerSettings settings, Instant now) {
    this.tables = tables;
    this.shapes = shapes;
    this.settings = settings;
    this.now = now;
    tables.dags().all().stream()
        .filter(dag -> dag.isPaused() || dag.isStale())
        .forEach(dag -> paused.add(dag.dagId()));
  }

  Tables tables() {
    return tables;
  }

  SchedulerSettings settings() {
    return settings;
  }

  Instant now() {
    return now;
  }

  Iterable<DagShape> dags() {
    return shapes.values();
  }

  /** The DAG if a file still names it. */
  Optional<DagShape> shape(String dagId) {
    return Optional.ofNullable(shapes.get(dagId));
  }

  /** Whether nothing new may begin for the DAG. */
  boolean isPaused(String dagId) {
    return paused.contains(dagId) || !shapes.containsKey(dagId);
  }

  void pause(String dagId) {
    tables.dags().pause(dagId, true);
    paused.add(dagId);
  }

  void ended(DagRun run) {
    ended.add(run);
  }

  /** The runs that ended in this pass. */
  List<DagRun> ended() {
    return ended;
  }
}
