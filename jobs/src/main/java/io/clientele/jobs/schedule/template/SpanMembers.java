package io.clientele.jobs.schedule.template;

import static io.clientele.jobs.schedule.template.Members.Member.attribute;
import static io.clientele.jobs.schedule.template.Members.Member.method;
import static io.clientele.jobs.schedule.template.Shape.Type.NUMBER;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** Attributes of a time span, as a Python timedelta has them. */
final class SpanMembers {
  static final Map<String, Members.Member> ALL =
      Map.of(
          "days", attribute(NUMBER, self -> days((Duration) self)),
          "seconds", attribute(NUMBER, self -> seconds((Duration) self)),
          "microseconds", attribute(NUMBER, self -> micros((Duration) self)),
          "total_seconds",
              method(
                  NUMBER,
                  (self, none) -> {
                    none.all();
                    return totalSeconds((Duration) self);
                  }));

  private SpanMembers() {}

  static long days(Duration span) {
    return Math.floorDiv(span.getSeconds(), 86_400L);
  }

  static long seconds(Duration span) {
    return Math.floorMod(span.getSeconds(), 86_400L);
  }

  static long micros(Duration span) {
    return span.getNano() / 1_000L;
  }

  static double totalSeconds(Duration span) {
    return BigDecimal.valueOf(span.getSeconds())
        .add(BigDecimal.valueOf(span.getNano() / 1_000L, 6))
        .doubleValue();
  }
}
