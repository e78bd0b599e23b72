package io.clientele.jobs.web;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;

/** JSON web tokens of people who gave their password. */
final class Tokens {
  private final ApiSettings settings;
  private final Algorithm algorithm;
  private final Clock clock;

  Tokens(ApiSettings settings, Clock clock) {
    this.settings = settings;
    this.algorithm = Algorithm.HMAC512(settings.key());
    this.clock = clock;
  }

  /** A token for the right password. */
  String issue(String user, String password) {
    byte[] expected = settings.passwords().getOrDefault(user, "").getBytes(StandardCharsets.UTF_8);
    boolean isRight = MessageDigest.isEqual(expected, password.getBytes(StandardCharsets.UTF_8));
    if (!settings.passwords().containsKey(user) || !isRight) {
      throw new ApiError(401, "Invalid credentials");
    }
    Instant now = clock.instant();
    return JWT.create()
        .withSubject(user)
        .withIssuedAt(now)
        .withNotBefore(now)
        .withExpiresAt(now.plus(settings.lifetime()))
        .sign(algorithm);
  }

  /** The user of an {@code Authorization} header. */
  String user(String header) {
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new ApiError(401, "Not authenticated");
    }
    try {
      String user =
          ((com.auth0.jwt.JWTVerifier.BaseVerification) JWT.require(algorithm))
              .build(clock)
              .verify(header.substring(7).strip())
              .getSubject();
      if (settings.passwords().containsKey(user)) {
        return user;
      }
    } catch (JWTVerificationException refused) {
      throw new ApiError(401, "Token is not valid: " + refused.getMessage());
    }
    throw new ApiError(401, "Token is not valid: its user does not exist any more");
  }
}
