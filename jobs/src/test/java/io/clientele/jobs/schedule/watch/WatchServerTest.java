package io.clientele.jobs.schedule.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.pipeline.metadata.Holder;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchServerTest {
  private static final Instant NOW = Instant.parse("2026-05-05T00:00:31Z");

  @TempDir Path folder;

  @Test
  void aSilentSchedulerIsUnwellAndItsNumbersAreTold() throws Exception {
    try (MetadataDatabase database = MetadataDatabase.open(MetadataDatabase.defaultUrl(folder))) {
      SchedulerStore store = new SchedulerStore(database);
      store.change(
          tables -> {
            tables.schedulers().beat("s1", Holder.current(), NOW.minusSeconds(31));
            tables.dags().seen("night\"ly", "f.yaml", true, NOW);
          });
      Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
      try (WatchServer server = WatchServer.start(0, store, clock, Duration.ofSeconds(30))) {
        HttpResponse<String> health = ask(server, "/health");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body())
            .isEqualTo(
                "{\"metadatabase\":{\"status\":\"healthy\"},\"scheduler\":{\"status\":\"unhealthy\","
                    + "\"latest_scheduler_heartbeat\":\"2026-05-05T00:00:00+00:00\"}}");
        assertThat(ask(server, "/metrics").body())
            .contains("# TYPE clientele_dag_paused gauge\n")
            .contains("clientele_dag_paused{dag_id=\"night\\\"ly\"} 1\n")
            .contains("clientele_scheduler_heartbeat_age_seconds{scheduler=\"s1\"} 31\n");
        store.change(tables -> tables.schedulers().beat("s1", Holder.current(), NOW));
        assertThat(ask(server, "/health").statusCode()).isEqualTo(200);
      }
    }
  }

  private static HttpResponse<String> ask(WatchServer server, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }
}
