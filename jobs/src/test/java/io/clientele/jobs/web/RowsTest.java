package io.clientele.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.Once;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values as a running Airflow 3.3.2 answers them. */
class RowsTest {
  @Test
  void aDagWithoutAScheduleHasNoSummary() {
    DagDefinition byHand =
        DagDefinition.dag("d", new Unscheduled())
            .tasks(TaskDefinition.task("t").build())
            .file("d.yaml")
            .build();
    assertThat(DagRows.dag(byHand, Optional.empty()))
        .containsEntry("timetable_summary", null)
        .containsEntry("timetable_description", "Never, external triggers only");
  }

  @Test
  void anInstanceHasTheWeightOfEverythingBehindIt() {
    DagDefinition chain =
        DagDefinition.dag("d", new Once())
            .tasks(
                TaskDefinition.task("a").build(),
                TaskDefinition.task("b").after("a").build(),
                TaskDefinition.task("c").after("b").build())
            .file("d.yaml")
            .build();
    RunRows rows = new RunRows(chain, Optional.empty());
    assertThat(rows.attempt(TaskInstance.fresh("d", "r", "a", 1)))
        .containsEntry("priority_weight", 3);
    assertThat(rows.attempt(TaskInstance.fresh("d", "r", "c", 1)))
        .containsEntry("priority_weight", 1);
  }
}
