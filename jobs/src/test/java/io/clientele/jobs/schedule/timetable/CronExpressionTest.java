package io.clientele.jobs.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CronExpressionTest {
  /** Expression, start, next and previous tick: written by croniter 7.0.0, seed 20261122. */
  private static final String CRONITER = "croniter-7.0.0.tsv";

  @Test
  void readsEveryExpressionAsCroniterDoes() throws IOException {
    List<String> differences = new ArrayList<>();
    for (String line : lines()) {
      String[] fields = line.split("\t");
      String ours = line.replaceFirst("\t[^\t]*\t[^\t]*$", "") + "\t" + ticks(fields[0], fields[1]);
      if (!ours.equals(line)) {
        differences.add(line + " != " + ours);
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String ticks(String expression, String start) {
    LocalDateTime from = LocalDateTime.parse(start);
    try {
      CronExpression cron = CronExpression.parse(expression);
      return tick(cron::next, from) + "\t" + tick(cron::previous, from);
    } catch (CronException e) {
      return "refused\trefused";
    }
  }

  private static String tick(UnaryOperator<LocalDateTime> search, LocalDateTime from) {
    try {
      return search.apply(from) + ":00";
    } catch (IllegalStateException e) {
      return "never";
    }
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CronExpressionTest.class.getResourceAsStream(CRONITER)),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertThatThrownBy(() -> CronExpression.parse("0 24 * * *"))
        .hasMessage(
            "Cannot read cron expression '0 24 * * *': its hour '24': 24 is not within 0-23;"
                + " correct the schedule.");
    assertThatThrownBy(() -> CronExpression.parse("0 0 * * * 30"))
        .hasMessage(
            "Cannot read cron expression '0 0 * * * 30': it has 6 fields, not minute, hour, day,"
                + " month and weekday; correct the schedule.");
    assertThatThrownBy(() -> CronExpression.parse("0 0 * * 1#6")).hasMessageContaining("1 to 5");
    assertThatThrownBy(() -> CronExpression.parse("H * * * *")).hasMessageContaining("'h'");
  }

  @Test
  void aDayThatNeverComesIsSaidWhenItIsSearched() {
    CronExpression cron = CronExpression.parse("0 0 30 2 *");
    assertThatThrownBy(() -> cron.next(LocalDateTime.parse("2026-01-01T00:00")))
        .hasMessage(
            "Cannot find a tick of '0 0 30 2 *': no day within 50 years of 2026-01-01T00:00"
                + " matches; correct the schedule.");
  }

  @Test
  void aPresetKeepsHowItWasWritten() {
    assertThat(CronExpression.parse("@quarterly").text()).isEqualTo("0 0 1 */3 *");
    assertThat(CronExpression.parse("@Daily").source()).isEqualTo("@Daily");
    assertThatThrownBy(() -> CronExpression.parse("@QUARTERLY")).hasMessageContaining("1 field");
  }
}
