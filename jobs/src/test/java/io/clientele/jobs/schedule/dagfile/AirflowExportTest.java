package io.clientele.jobs.schedule.dagfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts; jobs/airflow-check loads them into a real Airflow. */
class AirflowExportTest {
  private static final LoadSettings SETTINGS = new LoadSettings(false, Map.of());
  @TempDir private Path folder;

  @Test
  void loaderNamesItsFileAndHoldsTheWordsThatAirflowLooksFor() throws IOException {
    Path dags = Files.createDirectories(folder.resolve("dags"));
    String yaml = DagText.dag("catchup: true");
    Files.writeString(dags.resolve("d.yaml"), yaml);
    List<Path> written =
        AirflowExport.loaders(dags, folder.resolve("out"), Path.of("/opt/airflow/dags"), SETTINGS);
    assertThat(written).containsExactly(folder.resolve("out/d.yaml"), folder.resolve("out/d.py"));
    assertThat(written.get(0)).hasContent(yaml);
    assertThat(Files.readString(written.get(1)))
        .contains("from airflow import DAG")
        .contains("from dagfactory import load_yaml_dags")
        .contains("config_filepath=\"/opt/airflow/dags/d.yaml\"");
  }

  @Test
  void plainPythonHasGroupsTasksAndEdgesInTheOrderOfTheFile() throws IOException {
    assertThat(PythonDag.source(DagText.load(YAML))).isEqualTo(PYTHON);
  }

  private static final String YAML =
      """
      d:
        description: 'quotes " and \\'
        schedule: {__type__: airflow.timetables.interval.CronDataIntervalTimetable, __args__: ["0 3 * * *"], timezone: Europe/Paris}
        start_date: 2026-01-01
        timezone: Europe/Paris
        default_args: {retry_delay: {__type__: datetime.timedelta, minutes: 5}}
        task_groups:
          g: {tooltip: a group}
        tasks:
          class:
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "echo {{ ds }}"
            env: {A: b}
            task_group_name: g
          a-b:
            operator: airflow.operators.empty.EmptyOperator
            dependencies: [g]
      """;

  private static final String PYTHON =
      """
      # Generated from d.yaml; do not edit.
      from datetime import timedelta

      import pendulum
      from airflow.providers.standard.operators.bash import BashOperator
      from airflow.providers.standard.operators.empty import EmptyOperator
      from airflow.timetables.interval import CronDataIntervalTimetable

      try:
          from airflow.sdk import DAG, TaskGroup
      except ImportError:  # Airflow 2
          from airflow import DAG
          from airflow.utils.task_group import TaskGroup

      with DAG(
          dag_id="d",
          description="quotes \\" and \\\\",
          schedule=CronDataIntervalTimetable("0 3 * * *", timezone="Europe/Paris"),
          start_date=pendulum.datetime(2026, 1, 1, tz="Europe/Paris"),
          default_args={"retry_delay": timedelta(minutes=5)},
      ) as dag:
          with TaskGroup(group_id="g", tooltip="a group") as g:
              g__class = BashOperator(
                  task_id="class",
                  bash_command="echo {{ ds }}",
                  env={"A": "b"},
              )
          a_b = EmptyOperator(
              task_id="a-b",
          )
          g >> a_b
      """;
}
