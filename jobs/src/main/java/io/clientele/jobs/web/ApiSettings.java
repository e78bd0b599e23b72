package io.clientele.jobs.web;

import java.time.Duration;
import java.util.Map;

/**
 * How the REST interface is reached.
 *
 * @param host address to listen on; the loopback address unless an operator opens it
 * @param port 0 = any free one
 * @param passwords by user name
 * @param key signs tokens; at least 32 bytes, the same for all processes of one database
 * @param lifetime of a token
 */
public record ApiSettings(
    String host, int port, Map<String, String> passwords, byte[] key, Duration lifetime) {
  private static final int SHORTEST_KEY = 32;

  public ApiSettings {
    passwords = Map.copyOf(passwords);
    key = key.clone();
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "Cannot sign tokens: the key has %d bytes, fewer than %d; use a longer one."
              .formatted(key.length, SHORTEST_KEY));
    }
  }

  @Override
  public byte[] key() {
    return key.clone();
  }

  /** A port on the loopback address, with Airflow's lifetime of tokens. */
  public static ApiSettings local(int port, Map<String, String> passwords, byte[] key) {
    return new ApiSettings("127.0.0.1", port, passwords, key, Duration.ofDays(1));
  }
}
