package io.clientele.jobs.schedule.dagfile;

import static io.clientele.jobs.schedule.dagfile.DagText.dag;
import static io.clientele.jobs.schedule.dagfile.DagText.dagWithTask;
import static io.clientele.jobs.schedule.dagfile.DagText.load;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RetryPolicy;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.TriggerRule;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.CronTrigger;
import io.clientele.jobs.schedule.timetable.Delta;
import io.clientele.jobs.schedule.timetable.DeltaTrigger;
import io.clientele.jobs.schedule.timetable.MultipleCronTrigger;
import io.clientele.jobs.schedule.timetable.Once;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DagReaderTest {
  /** The example of the specification's section 3.1. */
  private static final String WAREHOUSE =
      """
      crm_warehouse_daily:
        description: Nightly CRM warehouse load
        schedule:
          __type__: airflow.timetables.interval.CronDataIntervalTimetable
          __args__: ["0 3 * * *"]
          timezone: Europe/Paris
        start_date: 2026-01-01
        timezone: Europe/Paris
        catchup: true
        max_active_runs: 1
        dagrun_timeout: {__type__: datetime.timedelta, hours: 6}
        params: {region: all}
        tags: [crm, warehouse]
        default_args:
          owner: data
          retries: 2
          retry_delay: {__type__: datetime.timedelta, minutes: 5}
        task_groups:
          - group_name: stage
            tooltip: one task per source
        tasks:
          - task_id: accounts
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "clientele run stage --run {{ run_id }} --from {{ data_interval_start | ts }}"
            task_group_name: stage
          - task_id: build_marts
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "clientele run marts --run {{ run_id }}"
            dependencies: [stage]
            execution_timeout: {__type__: datetime.timedelta, hours: 2}
          - task_id: report
            operator: airflow.providers.standard.operators.bash.BashOperator
            bash_command: "clientele report --region {{ params.region }}"
            dependencies: [build_marts]
            trigger_rule: all_done
      """;

  @Test
  void readsTheExampleOfTheSpecification() {
    DagDefinition dag = load(WAREHOUSE).definition();
    assertThat(dag.timetable())
        .isEqualTo(
            new CronDataInterval(CronExpression.parse("0 3 * * *"), ZoneId.of("Europe/Paris")));
    assertThat(dag.startDate()).contains(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(dag.limits().maxActiveRuns()).isEqualTo(1);
    assertThat(dag.limits().runTimeout()).contains(Duration.ofHours(6));
    assertThat(dag.params()).isEqualTo(Map.of("region", "all"));
    assertThat(dag.tags()).containsExactly("crm", "warehouse");
    assertThat(dag.tasks())
        .extracting(TaskDefinition::taskId)
        .containsExactly("stage.accounts", "build_marts", "report");
    assertThat(dag.task("build_marts").orElseThrow().upstream()).containsExactly("stage.accounts");
    TaskDefinition report = dag.task("report").orElseThrow();
    assertThat(report.triggerRule()).isEqualTo(TriggerRule.ALL_DONE);
    assertThat(report.owner()).isEqualTo("data");
    assertThat(report.retryPolicy())
        .isEqualTo(new RetryPolicy(2, Duration.ofMinutes(5), 0, Optional.empty()));
  }

  @Test
  void firstRunOfTheExampleIsTheOneAirflowNames() {
    DagDefinition dag = load(WAREHOUSE).definition();
    assertThat(RunList.lines(dag, Instant.EPOCH, Instant.parse("2026-01-02T02:00:00Z")))
        .containsExactly(
            "crm_warehouse_daily scheduled__2026-01-02T02:00:00+00:00 2026-01-01T02:00:00+00:00"
                + " 2026-01-01T02:00:00+00:00 2026-01-02T02:00:00+00:00 2026-01-02T02:00:00+00:00");
  }

  @Test
  void plainCronIsATriggerInTheZoneOfTheStartDate() {
    DagDefinition dag =
        load(dag("schedule: \"30 6 * * 1-5\"\nstart_date: 2026-01-01\ntimezone: Asia/Tokyo"))
            .definition();
    assertThat(dag.timetable())
        .isEqualTo(CronTrigger.of(CronExpression.parse("30 6 * * 1-5"), ZoneId.of("Asia/Tokyo")));
    assertThat(dag.catchup()).isFalse();
  }

  @Test
  void zoneOfDefaultArgsCountsWithItsStartDate() {
    DagDefinition dag =
        load(dag(
                "schedule: \"@daily\"\n"
                    + "default_args: {start_date: 2026-01-01, timezone: Asia/Tokyo}"))
            .definition();
    assertThat(dag.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(dag.startDate()).contains(Instant.parse("2025-12-31T15:00:00Z"));
  }

  @Test
  void timezoneApartFromTheStartDateLeavesCronInUtc() {
    String text = dag("schedule: \"@daily\"\ntimezone: Asia/Tokyo");
    assertThat(load(text).definition().zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(DagText.warnings(text)).singleElement().asString().contains("Airflow ignores it");
  }

  @Test
  void readsEverySchedule() {
    assertThat(timetable("null")).isEqualTo(new Unscheduled());
    assertThat(timetable("\"None\"")).isEqualTo(new Unscheduled());
    assertThat(timetable("\"@once\"")).isEqualTo(new Once());
    assertThat(timetable("{__type__: datetime.timedelta, hours: 6}"))
        .isEqualTo(DeltaTrigger.of(Delta.exact(Duration.ofHours(6))));
    assertThat(timetable("{__type__: dateutil.relativedelta.relativedelta, months: 14}"))
        .isEqualTo(DeltaTrigger.of(Delta.calendar(Period.of(1, 2, 0), Duration.ZERO)));
    assertThat(
            timetable(
                "{__type__: airflow.timetables.trigger.MultipleCronTriggerTimetable,"
                    + " __args__: [\"0 1 * * *\", \"0 2 * * *\"], timezone: UTC}"))
        .isInstanceOf(MultipleCronTrigger.class);
  }

  private static Object timetable(String schedule) {
    return load(dag("schedule: " + schedule)).definition().timetable();
  }

  @Test
  void defaultsLieDeepUnderEachDag() {
    String text =
        "default:\n  tags: [a, b]\n  default_args: {owner: data, retries: 3}\n"
            + "  params: {x: 1}\n"
            + dag("tags: [c]\ndefault_args: {retries: 1}\nparams: {y: 2}");
    DagDefinition dag = load(text).definition();
    assertThat(dag.tags()).containsExactly("c");
    assertThat(dag.params()).isEqualTo(Map.of("x", 1L, "y", 2L));
    assertThat(dag.tasks().get(0).owner()).isEqualTo("data");
    assertThat(dag.tasks().get(0).retryPolicy().retries()).isEqualTo(1);
  }

  @Test
  void groupsStandForTheirFirstAndLastTasks() {
    DagDefinition dag = load(GROUPS).definition();
    assertThat(dag.tasks())
        .extracting(TaskDefinition::taskId)
        .containsExactly("before", "outer.a", "outer.inner.b", "after");
    assertThat(dag.task("outer.a").orElseThrow().upstream()).containsExactly("before");
    assertThat(dag.task("outer.inner.b").orElseThrow().upstream()).containsExactly("outer.a");
    assertThat(dag.task("after").orElseThrow().upstream()).containsExactly("outer.inner.b");
    assertThat(dag.task("outer.inner.b").orElseThrow().owner()).isEqualTo("inner");
    assertThat(dag.task("outer.inner.b").orElseThrow().queueing().pool()).isEqualTo("outer");
  }

  private static final String GROUPS =
      """
      d:
        task_groups:
          inner: {parent_group_name: outer, default_args: {owner: inner}}
          outer: {default_args: {owner: outer, pool: outer}, dependencies: [before]}
        tasks:
          before: {operator: airflow.providers.standard.operators.empty.EmptyOperator}
          a:
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            task_group_name: outer
          b:
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            task_group_name: inner
            dependencies: [a]
          after:
            operator: airflow.providers.standard.operators.empty.EmptyOperator
            dependencies: [outer]
      """;

  @Test
  void readsACommandWithEverythingAroundIt() {
    TaskDefinition task =
        load(dagWithTask(
                """
                    env: {DAY: "{{ ds }}"}
                    append_env: true
                    cwd: /tmp
                    skip_on_exit_code: [99, 3]
                    do_xcom_push: false
                    retry_delay: 30
                    retry_exponential_backoff: true
                    max_retry_delay: {__type__: datetime.timedelta, hours: 1}
                    wait_for_downstream: true
                    weight_rule: absolute
                    """))
            .definition()
            .tasks()
            .get(0);
    assertThat(task.bash())
        .contains(
            new Bash(
                "true",
                Optional.of(Map.of("DAY", "{{ ds }}")),
                true,
                Optional.of("/tmp"),
                java.util.Set.of(99, 3)));
    assertThat(task.retryPolicy())
        .isEqualTo(new RetryPolicy(0, Duration.ofSeconds(30), 2, Optional.of(Duration.ofHours(1))));
    assertThat(task.dependsOnPast()).isTrue();
    assertThat(task.pushesXcom()).isFalse();
  }

  @Test
  void environmentIsFilledInAsDagFactoryDoes() {
    String text = dag("description: \"for $COMPANY and ${OTHER}\"");
    DagDefinition dag = load(text, Map.of("COMPANY", "Acme")).get(0).definition();
    assertThat(dag.description()).contains("for Acme and ${OTHER}");
  }

  @Test
  void warnsOfAnIntervalThatIsEmpty() {
    String asked =
        "env: {A: \"{{ data_interval_start | ts }}\", B: \"{{ data_interval_end | ts }}\"}";
    String tasks = DagText.task(asked);
    assertThat(DagText.warnings("d:\n  schedule: \"@daily\"\n" + tasks))
        .singleElement()
        .asString()
        .startsWith("d.yaml:2: d.schedule: data_interval_start and data_interval_end are used");
    assertThat(DagText.warnings("d:\n  schedule: \"@once\"\n" + tasks)).isEqualTo(List.of());
  }
}
