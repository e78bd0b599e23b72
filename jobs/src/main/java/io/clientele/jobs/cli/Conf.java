package io.clientele.jobs.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.pipeline.metadata.Json;
import java.util.Map;

/** The JSON object that a run is triggered with. */
final class Conf {
  private Conf() {}

  static Map<String, Object> read(String text) {
    return Json.read(text, new TypeReference<Map<String, Object>>() {});
  }
}
