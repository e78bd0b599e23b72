package io.clientele.jobs.schedule.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.template.CommandTemplates;
import io.clientele.jobs.schedule.template.TemplateException;
import io.clientele.jobs.schedule.timetable.DataInterval;
import io.clientele.jobs.schedule.timetable.RunType;
import io.clientele.jobs.schedule.timetable.Unscheduled;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code macros.json}: a template, a context, and what comes out. */
final class MacroCases implements CaseFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, TemplateException.Kind> ERRORS =
      Map.of(
          "undefined name or attribute", TemplateException.Kind.UNDEFINED,
          "attribute of null", TemplateException.Kind.NULL_ATTRIBUTE);

  @Override
  public String format() {
    return "airflow-macro-cases/1";
  }

  @Override
  public void check(Case one) {
    JsonNode context = one.file().path("contexts").path(one.text("context"));
    assertThat(context.isObject()).as("context " + one.text("context")).isTrue();
    assertThat(one.value("level").asInt()).isBetween(1, 3);
    TaskContext attempt = attempt(context, one.text("template"));
    JsonNode expected = one.value("expected");
    if (expected.has("rendered")) {
      assertThat(new CommandTemplates().render(attempt).command())
          .isEqualTo(expected.get("rendered").asText());
    } else {
      fails(one, attempt, expected.path("error").asText());
    }
  }

  private static void fails(Case one, TaskContext attempt, String error) {
    if (!ERRORS.containsKey(error)) {
      throw one.unknown("expected");
    }
    TemplateException failure =
        catchThrowableOfType(TemplateException.class, () -> new CommandTemplates().render(attempt));
    assertThat(failure).as("no error, expected: " + error).isNotNull();
    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(ERRORS.get(error));
  }

  private static TaskContext attempt(JsonNode context, String template) {
    TaskDefinition task =
        TaskDefinition.task(context.path("task_id").asText())
            .owner(context.path("owner").asText())
            .bash(template)
            .build();
    return new TaskContext(
        DagDefinition.dag(context.path("dag_id").asText(), new Unscheduled()).tasks(task).build(),
        task,
        run(context),
        previous(context),
        context.path("try_number").asInt(),
        map(context.path("params")),
        name -> Optional.ofNullable(context.path("variables").get(name)).map(JsonNode::asText),
        (taskId, key) ->
            Optional.ofNullable(context.path("xcom").path(taskId).get(key))
                .filter(value -> !value.isNull())
                .map(value -> JSON.convertValue(value, Object.class)));
  }

  private static TaskContext.Run run(JsonNode context) {
    Optional<Instant> logicalDate = instant(context, "logical_date");
    return new TaskContext.Run(
        context.path("run_id").asText(),
        RunType.valueOf(context.path("run_type").asText().toUpperCase(java.util.Locale.ROOT)),
        "running",
        logicalDate,
        interval(context, "data_interval_start", "data_interval_end"),
        instant(context, "data_interval_end").orElse(Instant.EPOCH),
        Optional.empty(),
        Optional.empty(),
        map(context.path("conf")));
  }

  private static Optional<TaskContext.Run> previous(JsonNode context) {
    return interval(context, "prev_data_interval_start_success", "prev_data_interval_end_success")
        .map(
            interval ->
                new TaskContext.Run(
                    "previous",
                    RunType.SCHEDULED,
                    "success",
                    Optional.of(interval.start()),
                    Optional.of(interval),
                    interval.end(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of()));
  }

  private static Optional<DataInterval> interval(JsonNode context, String start, String end) {
    return instant(context, start)
        .flatMap(from -> instant(context, end).map(to -> new DataInterval(from, to)));
  }

  private static Optional<Instant> instant(JsonNode context, String key) {
    return Optional.ofNullable(context.get(key)).filter(node -> !node.isNull()).map(Case::instant);
  }

  private static Map<String, Object> map(JsonNode node) {
    return JSON.convertValue(node, new TypeReference<>() {});
  }
}
