package io.clientele.jobs.web;

import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logs of attempts, also while they are written. */
final class LogRoutes {
  private static final String LINES = "application/x-ndjson";

  private final Engine engine;

  LogRoutes(Engine engine) {
    this.engine = engine;
  }

  void add(JavalinDefaultRouting routes) {
    routes.get(TaskRoutes.TASK + "/logs/{try_number}", this::log);
  }

  private void log(Context request) {
    String accept = Optional.ofNullable(request.header("Accept")).orElse("*/*");
    boolean isLines = accept.contains(LINES);
    if (!isLines && !accept.contains("application/json") && !accept.contains("*/*")) {
      throw new ApiError(406, "Only application/json or application/x-ndjson is supported");
    }
    List<Map<String, Object>> events = events(request);
    if (!isLines) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("content", events);
      answer.put("continuation_token", null);
      Answers.json(request, 200, answer);
      return;
    }
    StringBuilder lines = new StringBuilder();
    events.forEach(
        event -> lines.append(new String(Wire.write(event), StandardCharsets.UTF_8)).append('\n'));
    request.contentType(LINES).result(lines.toString());
  }

  private List<Map<String, Object>> events(Context request) {
    DagRun run = RunRoutes.run(engine, request);
    TaskInstance task = TaskRoutes.task(engine, run, request.pathParam("task_id"));
    String number = request.pathParam("try_number");
    int tryNumber = number.matches("\\d{1,6}") ? Integer.parseInt(number) : -1;
    boolean isKnown =
        engine
            .store()
            .read(tables -> tables.tasks().attempts(run.dagId(), run.runId(), task.taskId()))
            .stream()
            .anyMatch(attempt -> attempt.tryNumber() == tryNumber);
    if (!isKnown) {
      throw ApiError.notFound("TaskInstance not found for try_number " + number);
    }
    List<Map<String, Object>> events = new ArrayList<>();
    for (String line :
        lines(engine.logs().file(run.dagId(), run.runId(), task.taskId(), tryNumber))) {
      events.add(Map.of("event", line));
    }
    return events;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
