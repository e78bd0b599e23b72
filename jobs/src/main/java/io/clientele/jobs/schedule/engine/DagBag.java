package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import java.util.List;
import java.util.Optional;

/** The DAGs as their files say now. */
@FunctionalInterface
public interface DagBag {
  /** The same list object as long as nothing has changed. */
  List<DagDefinition> dags();

  default Optional<DagDefinition> find(String dagId) {
    return dags().stream().filter(dag -> dag.dagId().equals(dagId)).findFirst();
  }
}
