package io.clientele.jobs.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer that says why not: a status and Airflow's {@code detail}. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Object detail;

  ApiError(int status, Object detail) {
    super(String.valueOf(detail));
    this.status = status;
    this.detail = detail;
  }

  static ApiError badRequest(String reason) {
    return new ApiError(400, reason);
  }

  static ApiError notFound(String reason) {
    return new ApiError(404, reason);
  }

  static ApiError conflict(String reason) {
    return new ApiError(409, reason);
  }

  static ApiError unprocessable(Object detail) {
    return new ApiError(422, detail);
  }

  /** One entry of the list that a bad body or parameter is answered with. */
  static Map<String, Object> invalid(
      String type, List<Object> place, String message, Object input) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", type);
    entry.put("loc", new ArrayList<>(place));
    entry.put("msg", message);
    entry.put("input", input);
    if (type.equals("value_error")) {
      entry.put("ctx", Map.of("error", Map.of()));
    }
    return entry;
  }

  /** The answer to a second run of the same id or date. */
  static ApiError duplicate(String message) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("reason", "Unique constraint violation");
    detail.put("statement", "hidden");
    detail.put("orig_error", "hidden");
    detail.put("message", message);
    return new ApiError(409, detail);
  }

  int status() {
    return status;
  }

  Object detail() {
    return detail;
  }
}
