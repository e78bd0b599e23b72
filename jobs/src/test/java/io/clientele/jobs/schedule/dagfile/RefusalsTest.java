package io.clientele.jobs.schedule.dagfile;

import static io.clientele.jobs.schedule.dagfile.DagText.dag;
import static io.clientele.jobs.schedule.dagfile.DagText.dagWithTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal names file, line and key path; the list is the promise of compatibility. */
class RefusalsTest {

  private static List<String> reasons(String text) {
    DagFileException refused =
        catchThrowableOfType(DagFileException.class, () -> DagText.load(text));
    assertThat(refused).as("accepted:%n%s", text).isNotNull();
    return refused.reasons();
  }

  static Stream<Arguments> wrongKeysOfADag() {
    return Stream.of(
        Arguments.of(
            "max_consecutive_failed_dag_runs: 3",
            "d.yaml:2: d.max_consecutive_failed_dag_runs: dag-factory drops it"),
        Arguments.of("fail_fast: true", "dag-factory drops it"),
        Arguments.of("invented: 1", "d.yaml:2: d.invented: there is no such key"),
        Arguments.of("schedul: null", "did you mean schedule?"),
        Arguments.of("schedule_interval: \"@daily\"", "write schedule"),
        Arguments.of("timetable: {}", "put the timetable under schedule"),
        Arguments.of("on_failure_callback: a.b", "Python code"),
        Arguments.of("schedule: \"0 3 * *\"", "d.schedule"),
        Arguments.of("schedule: \"0 0 3 * * *\"", "d.schedule"),
        Arguments.of("schedule: [s3://x]", "assets"),
        Arguments.of("schedule: \"@continuous\"", "max_active_runs: 1"),
        Arguments.of("schedule: {__type__: os.system, __args__: [ls]}", "closed list"),
        Arguments.of("catchup: yes", "a truth value for Airflow (YAML 1.1)"),
        Arguments.of("description: NO", "put it into quotes"),
        Arguments.of("description: on", "put it into quotes"),
        Arguments.of("max_active_runs: 010", "octal"),
        Arguments.of("description: 1:30", "counts sixties"),
        Arguments.of("description: 1e3", "a number for one YAML version"),
        Arguments.of("max_active_runs: \"3\"", "expected a whole number"),
        Arguments.of("max_active_runs: 0", "outside of"),
        Arguments.of("start_date: 3 days", "moves every day"),
        Arguments.of("start_date: soon", "expected a date"),
        Arguments.of("start_date: 2026-02-30", "no date of the calendar"),
        Arguments.of("timezone: Europe/Pari", "no time zone"),
        Arguments.of("dagrun_timeout: 300", "expected a duration"),
        Arguments.of("params: {since: 2026-01-01}", "no JSON value"),
        Arguments.of("tags: [1]", "expected a text"));
  }

  static Stream<Arguments> wrongInsidesOfADag() {
    return Stream.of(
        Arguments.of("default_args: {catchup: true}", "no effect in default_args"),
        Arguments.of("default_args: {retrys: 1}", "did you mean retries?"),
        Arguments.of("description: a\ndescription: b", "stands twice, first at line 2"),
        Arguments.of("description: !!python/name:os.system", "YAML tag"),
        Arguments.of("<<: {description: a}", "merge keys"),
        Arguments.of("task_groups: {g: {prefix_group_id: false}}", "without prefix"),
        Arguments.of("task_groups: {g: {parent_group_name: h}}", "no group 'h'"),
        Arguments.of(
            "task_groups: {g: {parent_group_name: h}, h: {parent_group_name: g}}", "circle"));
  }

  @ParameterizedTest
  @MethodSource({"wrongKeysOfADag", "wrongInsidesOfADag"})
  void refusesInADag(String keys, String expected) {
    assertThat(reasons(dag(keys))).anySatisfy(reason -> assertThat(reason).contains(expected));
  }

  static Stream<Arguments> wrongKeysOfATask() {
    return Stream.of(
        Arguments.of("retris: 1", "d.yaml:7: d.tasks[t].retris: there is no such key"),
        Arguments.of("start_date: 2026-01-01", "date the DAG instead"),
        Arguments.of("python_callable: a.b", "Python code"),
        Arguments.of("email: a@b.c", "mail belongs to"),
        Arguments.of("execution_timeout: 300", "expected a duration"),
        Arguments.of("trigger_rule: none_failed_or_skipped", "there is no trigger_rule"),
        Arguments.of("trigger_rule: dummy", "there is no trigger_rule 'dummy'"),
        Arguments.of("dependencies: [u]", "no task or group 'u'"),
        Arguments.of("dependencies: [t]", "t after t"),
        Arguments.of("task_group_name: g", "ignore it without a word"),
        Arguments.of("env: {HOUR: 3}", "expected a text"),
        Arguments.of("env: {HOUR: \"$HOME/x\"}", "$HOME is filled in when Airflow reads the file"),
        Arguments.of("cwd: run.sh", "ends in .sh"),
        Arguments.of("cwd: \"{{ execution_date }}\"", "write logical_date"),
        Arguments.of("cwd: \"{{ ds | datum }}\"", "there is no filter 'datum'"),
        Arguments.of("cwd: \"{{ conn.x }}\"", "exists in Airflow alone"),
        Arguments.of("cwd: \"{{ logical_date.format('YYYY') }}\"", "attribute of it 'format'"),
        Arguments.of("cwd: \"{{ logical_date.strftime('%Q') }}\"", "no date format %Q"),
        Arguments.of("cwd: \"{{ ds\"", "not closed"),
        Arguments.of("cwd: \"${#names}\"", "comment that is not closed"),
        Arguments.of("skip_on_exit_code: 300", "no exit code"));
  }

  @ParameterizedTest
  @MethodSource("wrongKeysOfATask")
  void refusesInATask(String keys, String expected) {
    assertThat(reasons(dagWithTask(keys)))
        .anySatisfy(reason -> assertThat(reason).contains(expected));
  }

  @Test
  void refusesAnotherOperatorAndNamesTheTwo() {
    assertThat(
            reasons(
                "d:\n  tasks:\n    t:\n      operator: airflow.providers.standard.operators.python.PythonOperator\n"))
        .anySatisfy(
            reason ->
                assertThat(reason)
                    .startsWith("d.yaml:4: d.tasks.t.operator: the operator airflow.providers")
                    .contains("runs in Airflow alone"));
  }

  @Test
  void refusesKeysOfTheBashOperatorAtAnEmptyOne() {
    assertThat(
            reasons(
                "d:\n  tasks:\n    t:\n      operator: airflow.providers.standard.operators.empty.EmptyOperator\n"
                    + "      bash_command: ls\n"))
        .singleElement()
        .asString()
        .startsWith("d.yaml:5: d.tasks.t.bash_command: there is no such key");
  }

  @Test
  void refusesACircleOfTasks() {
    String empty = "operator: airflow.providers.standard.operators.empty.EmptyOperator";
    assertThat(
            reasons(
                "d:\n  tasks:\n    a: {%s, dependencies: [b]}\n    b: {%s, dependencies: [a]}\n"
                    .formatted(empty, empty)))
        .singleElement()
        .asString()
        .contains("a after b after a");
  }

  @Test
  void tellsEveryProblemOfAFileInOnePass() {
    assertThat(reasons(dag("a: 1\nb: 2\ncatchup: maybe"))).hasSize(3);
  }

  @Test
  void refusesWhatIsNoMappingOfDags() {
    assertThat(reasons("- a")).singleElement().asString().contains("no mapping of DAG ids");
    assertThat(reasons("a: [")).singleElement().asString().contains("no YAML");
    assertThat(reasons("")).singleElement().asString().contains("no DAG in the file");
    assertThat(reasons("a: &x [*x]")).singleElement().asString().contains("no YAML");
  }
}
