package io.clientele.jobs.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The OpenAPI document that a running Airflow 3.3.2 gave, against which calls are held. */
final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final JsonNode document;
  private final Map<String, JsonSchema> compiled = new HashMap<>();

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** The document, or the test is skipped with a message that says what is missing. */
  static OpenApi shared() {
    Path root = Path.of(System.getProperty("clientele.root", "."));
    Path file = root.resolve("../shared/airflow/openapi-v2-airflow-3.3.2.json.gz").normalize();
    Assumptions.assumeTrue(
        Files.exists(file), () -> "skipped: " + file + " is not beside the project");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new OpenApi(JSON.readTree(unambiguous(new String(in.readAllBytes(), UTF_8))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The document says oneOf where an instance of TaskInstanceResponse is always also a valid
   * NewTaskResponse, so that no answer of Airflow could hold; any of the two is meant.
   */
  private static String unambiguous(String text) {
    return text.replaceAll(
        "\"oneOf\":(\\s*\\[\\s*\\{\\s*\"\\$ref\":\\s*\"#/components/schemas/TaskInstanceResponse\")",
        "\"anyOf\":$1");
  }

  private JsonNode operation(String method, String path) {
    JsonNode operation = document.path("paths").path(path).path(method);
    assertThat(operation.isObject()).as("Airflow knows %s %s", method, path).isTrue();
    return operation;
  }

  /** Holds an answer against the schema of its status. */
  void answers(String method, String path, int status, JsonNode body) {
    JsonNode schema =
        operation(method, path)
            .path("responses")
            .path(Integer.toString(status))
            .path("content")
            .path("application/json")
            .path("schema");
    assertThat(schema.isObject()).as("%s %s may answer %d", method, path, status).isTrue();
    // The document knows lists only at 422; a running Airflow answers some with a text as well.
    boolean isTextAt422 = status == 422 && body.path("detail").isTextual();
    JsonNode text =
        JSON.createObjectNode().put("$ref", "#/components/schemas/HTTPExceptionResponse");
    holds(method + path + status + isTextAt422, isTextAt422 ? text : schema, body);
  }

  /** Holds a request's body against its schema. */
  void accepts(String method, String path, JsonNode body) {
    JsonNode schema =
        operation(method, path)
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    holds(method + " " + path, schema, body);
  }

  private void holds(String name, JsonNode schema, JsonNode body) {
    JsonSchema compiledSchema =
        compiled.computeIfAbsent(
            name,
            key -> {
              ObjectNode whole = schema.deepCopy();
              whole.set("components", document.path("components"));
              return SCHEMAS.getSchema(whole);
            });
    Set<ValidationMessage> wrong = compiledSchema.validate(body);
    assertThat(wrong).as("%s: %s", name, body).isEmpty();
  }
}
