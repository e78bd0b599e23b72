package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.Tables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The DAGs with what follows from them, computed once for each change of the files. */
final class Shapes {
  private static final Logger LOG = LoggerFactory.getLogger(Shapes.class);

  private final DagBag bag;
  private final boolean pausesNewDags;
  private List<DagDefinition> seen = List.of();
  private Map<String, DagShape> shapes = Map.of();
  private boolean isRegistered;

  Shapes(DagBag bag, boolean pausesNewDags) {
    this.bag = bag;
    this.pausesNewDags = pausesNewDags;
  }

  /** The DAGs as they are now; the database hears of it when they have changed. */
  Map<String, DagShape> current(Tables tables, Instant now) {
    List<DagDefinition> dags = bag.dags();
    if (!isRegistered || !isSame(dags)) {
      isRegistered = false;
      shapes = shapes(dags);
      register(tables, now);
      seen = dags;
    }
    return shapes;
  }

  /** To be called once the registration is committed. */
  void registered() {
    isRegistered = true;
  }

  @SuppressWarnings("ReferenceEquality") // the bag promises the same object while nothing changes
  private boolean isSame(List<DagDefinition> dags) {
    return dags == seen;
  }

  private static Map<String, DagShape> shapes(List<DagDefinition> dags) {
    Map<String, DagShape> shapes = new LinkedHashMap<>();
    for (DagDefinition dag : dags) {
      try {
        shapes.put(dag.dagId(), DagShape.of(dag));
      } catch (IllegalArgumentException e) {
        LOG.warn("{} is left out: {}", dag.dagId(), e.getMessage());
      }
    }
    return shapes;
  }

  private void register(Tables tables, Instant now) {
    for (DagShape shape : shapes.values()) {
      boolean paused = shape.dag().isPausedUponCreation().orElse(pausesNewDags);
      tables.dags().seen(shape.dagId(), shape.dag().file(), paused, now);
    }
    Set<String> known = shapes.keySet();
    tables.dags().all().stream()
        .filter(entry -> !entry.isStale())
        .map(DagEntry::dagId)
        .filter(dagId -> !known.contains(dagId))
        .forEach(tables.dags()::markStale);
  }
}
