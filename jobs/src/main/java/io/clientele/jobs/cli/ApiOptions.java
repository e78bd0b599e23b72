package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.engine.SchedulerSettings;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.web.ApiServer;
import io.clientele.jobs.web.ApiSettings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a scheduler answers the calls of Airflow's REST API, and to whom. */
final class ApiOptions {
  private static final int KEY_BYTES = 64;

  @Option(
      names = "--api-port",
      paramLabel = "PORT",
      description = {
        "Answer the calls of Airflow's REST API v2 there; default: no answers. The user is",
        "CLIENTELE_API_USER (admin), the password CLIENTELE_API_PASSWORD, which must be set.",
        "CLIENTELE_API_KEY signs tokens, the same for all schedulers; default: a new one each start."
      })
  private Integer port;

  @Option(
      names = "--api-host",
      paramLabel = "ADDRESS",
      description = "Address it listens on; default: ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  /** The server; null when nobody asked for it. */
  ApiServer start(SchedulerHome home, SchedulerSettings settings) {
    return port == null
        ? null
        : ApiServer.start(
            home.store(), home.bag(), settings, access(System.getenv()), home.clock());
  }

  private ApiSettings access(Map<String, String> environment) {
    String password = environment.getOrDefault("CLIENTELE_API_PASSWORD", "");
    if (password.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot answer REST calls: CLIENTELE_API_PASSWORD is not set; set it, or leave --api-port"
              + " out.");
    }
    return new ApiSettings(
        host,
        port,
        Map.of(environment.getOrDefault("CLIENTELE_API_USER", "admin"), password),
        key(Optional.ofNullable(environment.get("CLIENTELE_API_KEY"))),
        Duration.ofDays(1));
  }

  private static byte[] key(Optional<String> given) {
    return given
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElseGet(
            () -> {
              byte[] random = new byte[KEY_BYTES];
              new SecureRandom().nextBytes(random);
              return random;
            });
  }
}
