package io.clientele.jobs.web;

import io.javalin.http.Context;
import java.util.Map;

/** Writes answers. */
final class Answers {
  private Answers() {}

  static void json(Context request, int status, Object value) {
    request.status(status).contentType("application/json").result(Wire.write(value));
  }

  static void error(Context request, ApiError error) {
    json(request, error.status(), Map.of("detail", error.detail()));
  }
}
