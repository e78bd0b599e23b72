package io.clientele.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class AsOfOptionTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Command
  private static final class Anything {
    @Mixin private AsOfOption asOf;
  }

  @Test
  void theEndOfAnIntervalIsADayInTheZoneOfTheCompany() {
    assertThat(asOf("--interval-end", "2026-06-30T22:30:00+00:00"))
        .contains(LocalDate.of(2026, 7, 1));
    assertThat(asOf("--interval-end", "2026-12-30T22:30:00+00:00"))
        .contains(LocalDate.of(2026, 12, 30));
  }

  @Test
  void aDateIsTakenAsItIsAndNothingMeansWhatTheSourcesSay() {
    assertThat(asOf("--date", "2026-01-01")).contains(LocalDate.of(2026, 1, 1));
    assertThat(asOf()).isEmpty();
  }

  @Test
  void bothAtOnceAndInstantsWithoutAnOffsetAreRefused() {
    assertThatThrownBy(
            () -> asOf("--date", "2026-01-01", "--interval-end", "2026-01-01T00:00:00+00:00"))
        .hasMessageContaining("mutually exclusive");
    assertThatThrownBy(() -> asOf("--interval-end", "2026-01-01T03:00:00"))
        .hasMessageContaining("'2026-01-01T03:00:00' is no instant with an offset");
  }

  private static Optional<LocalDate> asOf(String... words) {
    Anything anything = new Anything();
    new CommandLine(anything).parseArgs(words);
    return anything.asOf.in(BERLIN);
  }
}
