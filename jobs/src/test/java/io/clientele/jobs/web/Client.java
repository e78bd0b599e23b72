package io.clientele.jobs.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the interface as a script for Airflow would, and holds each call against its document. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final OpenApi document;
  private String token = "";

  Client(int port, OpenApi document) {
    this.port = port;
    this.document = document;
  }

  /** An answer: its status and its JSON, null where it has none. */
  record Answer(int status, JsonNode body, String text) {
    JsonNode at(String key) {
      return body.path(key);
    }
  }

  void signIn(String user, String password) {
    Answer answer =
        send(
            "POST",
            "/auth/token",
            "",
            Optional.of("{\"username\": \"%s\", \"password\": \"%s\"}".formatted(user, password)),
            "application/json");
    token = answer.at("access_token").asText();
  }

  Answer get(String path, Object... values) {
    return call("get", path, Optional.empty(), values);
  }

  Answer post(String path, String body, Object... values) {
    return call("post", path, Optional.of(body), values);
  }

  Answer patch(String path, String body, Object... values) {
    return call("patch", path, Optional.of(body), values);
  }

  Answer put(String path, Object... values) {
    return call("put", path, Optional.empty(), values);
  }

  Answer delete(String path, Object... values) {
    return call("delete", path, Optional.empty(), values);
  }

  /** A call by Airflow's path, with the values of its names, and a query after a question mark. */
  private Answer call(String method, String path, Optional<String> body, Object... values) {
    String[] parts = path.split("\\?", 2);
    Answer answer =
        send(method, fill(parts[0], values), parts.length > 1 ? "?" + parts[1] : "", body, "*/*");
    if (answer.body() != null && answer.status() < 500) {
      document.answers(method, parts[0], answer.status(), answer.body());
    }
    if (answer.status() == 200 && body.isPresent()) {
      document.accepts(method, parts[0], read(body.get()));
    }
    return answer;
  }

  /** A call whose answer no document describes. */
  Answer send(String method, String path, String query, Optional<String> body, String accept) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + query))
            .header("Accept", accept)
            .method(
                method.toUpperCase(java.util.Locale.ROOT),
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      boolean isJson =
          answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
      return new Answer(answer.statusCode(), isJson ? read(answer.body()) : null, answer.body());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  void forgetToken() {
    token = "";
  }

  private static String fill(String path, Object... values) {
    Matcher names = Pattern.compile("\\{\\w+\\}").matcher(path);
    StringBuilder filled = new StringBuilder();
    for (int i = 0; names.find(); i++) {
      String value = URLEncoder.encode(values[i].toString(), StandardCharsets.UTF_8);
      names.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return names.appendTail(filled).toString();
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
