package io.clientele.jobs.schedule.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.jobs.schedule.store.SchedulerStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** {@code /health} and {@code /metrics} of a scheduler, for this computer alone. */
public final class WatchServer implements AutoCloseable {
  private final HttpServer server;

  private WatchServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts answering.
   *
   * @param port 0 = any that is free
   */
  public static WatchServer start(
      int port, SchedulerStore store, Clock clock, Duration staleAfter) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext(
          "/health",
          exchange -> {
            Health health = Health.now(store, clock, staleAfter);
            answer(exchange, health.isGood() ? 200 : 503, "application/json", health.json());
          });
      server.createContext(
          "/metrics",
          exchange ->
              answer(
                  exchange,
                  200,
                  "text/plain; version=0.0.4; charset=utf-8",
                  new Metrics(store, clock).text()));
      server.start();
      return new WatchServer(server);
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot answer on port %d: %s; set scheduler.health_port to a free one."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
