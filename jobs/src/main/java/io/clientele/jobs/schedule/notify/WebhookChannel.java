package io.clientele.jobs.schedule.notify;

import io.clientele.pipeline.metadata.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An address that takes each message as a JSON object by POST. */
public record WebhookChannel(URI address) implements Channel {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public void send(Message message) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST).build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(message.fields())))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status >= 300) {
      throw new IOException("the webhook answered " + status);
    }
  }

  /** Without the path: it may hold a secret. */
  @Override
  public String toString() {
    return "WebhookChannel[" + address.getHost() + "]";
  }
}
