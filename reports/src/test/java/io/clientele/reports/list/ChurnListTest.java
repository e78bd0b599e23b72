package io.clientele.reports.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.list.ChurnListOptions.Output;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Role;
import io.clientele.reports.text.OutputFormat;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of the 400 customers every 25th is not scored: 384. Of those 32 refused contact (every 12th, but
 * not the 300th) and of 32 nothing is known (one after every 12th, but not the 25th and 325th).
 */
class ChurnListTest {
  private static final LocalDate JULY = LocalDate.of(2024, 7, 1);
  private static final ChurnListOptions ALL = ChurnListOptions.everybody(OutputFormat.CSV, "EUR");

  @TempDir static Path temp;
  @TempDir Path other;

  @BeforeAll
  static void publish() {
    TestWarehouse.nordlicht(temp).publish(1, JULY).close();
  }

  @Test
  void whoRefusedContactIsLeftOutAndCounted() throws IOException {
    StringBuilder out = new StringBuilder();
    ChurnListSummary summary = write(temp, ALL, out);
    assertThat(summary.customers()).isEqualTo(352);
    assertThat(summary.withoutConsent()).isEqualTo(32);
    assertThat(summary.consentUnknown()).isEqualTo(32);
    assertThat(summary.text("EUR"))
        .startsWith("Churn list as of 2024-07-01: 352 customers, €")
        .contains("Left out: 32 customers without consent to be contacted.")
        .contains("Of 32 customers on the list no consent is recorded");
    List<CSVRecord> records = parsed(out);
    assertThat(records).hasSize(352);
    assertThat(records)
        .extracting(row -> row.get("Contact allowed"))
        .containsOnly("yes", "not known");
  }

  @Test
  void theListIsOrderedByRankAndAmountsAreRoundedForDisplay() throws IOException {
    StringBuilder out = new StringBuilder();
    write(temp, options(OptionalInt.of(20), "", "", null, Role.MARKETER), out);
    List<CSVRecord> records = parsed(out);
    assertThat(records).hasSize(20);
    assertThat(records)
        .extracting(row -> Integer.parseInt(row.get("Rank")))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(records)
        .allSatisfy(row -> assertThat(row.get("Value at risk (EUR)")).matches("\\d+\\.\\d\\d"));
    assertThat(records.get(0).get("Reason 1")).startsWith("has not bought for ");
  }

  @Test
  void aModelNoBetterThanTheRuleAndAMissingReasonAreSaid() throws IOException {
    TestWarehouse.nordlicht(other)
        .run("UPDATE rpt_model_health SET grade = 'C' WHERE model_family = 'churn'")
        .run("UPDATE rpt_churn_call_list SET reason_1_text = NULL WHERE list_rank < 3")
        .publish(1, JULY)
        .close();
    StringBuilder out = new StringBuilder();
    assertThat(write(other, ALL, out).text("EUR"))
        .endsWith("Grade C: the model is no better than the plain rule on held-out data.");
    assertThat(parsed(out))
        .extracting(row -> row.get("Reason 1"))
        .allMatch(text -> !text.isEmpty());
  }

  @Test
  void segmentRegionAndValueNarrowTheList() throws IOException {
    StringBuilder out = new StringBuilder();
    ChurnListSummary summary =
        write(
            temp,
            options(OptionalInt.empty(), "at RISK", "nord", new BigDecimal("100"), Role.MARKETER),
            out);
    List<CSVRecord> records = parsed(out);
    assertThat(records).isNotEmpty().hasSize((int) summary.customers());
    assertThat(records)
        .allSatisfy(
            row -> {
              assertThat(row.get("Segment")).isEqualTo("at risk");
              assertThat(row.get("Region")).isEqualTo("Nord");
              assertThat(new BigDecimal(row.get("Value at risk (EUR)")))
                  .isGreaterThanOrEqualTo(new BigDecimal("100"));
            });
  }

  @Test
  void anUnknownSegmentIsAnsweredWithTheNearestOne() {
    assertThatThrownBy(
            () ->
                write(
                    temp,
                    options(OptionalInt.empty(), "Champion", "", null, Role.MARKETER),
                    new StringBuilder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean champions?");
  }

  @Test
  void theSameQuestionGivesTheSameBytesAlsoWhenAskedForAPastNight() {
    StringBuilder then = new StringBuilder();
    StringBuilder later = new StringBuilder();
    try (TestWarehouse made = TestWarehouse.nordlicht(other).publish(1, JULY)) {
      write(other, ALL, then);
      made.run("DELETE FROM rpt_churn_call_list WHERE list_rank > 5").publish(2, JULY.plusDays(7));
    }
    try (PublishedWarehouse past = PublishedWarehouse.open(other, Optional.of(JULY.plusDays(3)))) {
      ChurnList.write(past, ALL, later);
    }
    assertThat(later.toString()).isEqualTo(then.toString());
  }

  @Test
  void anAnalystSeesNoContactData() throws IOException {
    StringBuilder out = new StringBuilder();
    write(temp, options(OptionalInt.empty(), "", "", null, Role.ANALYST), out);
    assertThat(parsed(out))
        .allSatisfy(
            row -> {
              assertThat(row.get("Name")).isEqualTo("(masked)");
              assertThat(row.get("E-mail")).isEqualTo("(masked)");
              assertThat(row.get("Phone")).isEqualTo("(masked)");
              assertThat(row.get("Customer")).startsWith("C");
            });
    assertThat(out.toString()).doesNotContain("@example.org");
  }

  @Test
  void aPhoneNumberIsNoFormula() throws IOException {
    StringBuilder out = new StringBuilder();
    write(temp, ALL, out);
    assertThat(parsed(out)).allSatisfy(row -> assertThat(row.get("Phone")).startsWith("'+49"));
  }

  @Test
  void programsGetFieldNamesAndPlainValues() {
    StringBuilder out = new StringBuilder();
    write(temp, ChurnListOptions.everybody(OutputFormat.JSON, "EUR"), out);
    assertThat(out.toString().lines().skip(1).findFirst().orElseThrow())
        .startsWith("{\"list_rank\":")
        .contains("\"is_early_warning\":true")
        .containsPattern("\"churn_probability\":0\\.\\d{1,4},");
  }

  @Test
  void whenChurnIsWithheldTheListIsEmptyAndSaysWhy() {
    try (TestWarehouse made = TestWarehouse.nordlicht(other)) {
      made.run(
              "UPDATE rpt_model_health SET status = 'withheld', status_reason = 'only 12 customers left, 50 are needed' WHERE model_family = 'churn'")
          .publish(1, JULY);
    }
    StringBuilder out = new StringBuilder();
    ChurnListSummary summary =
        write(other, ChurnListOptions.everybody(OutputFormat.JSON, "EUR"), out);
    assertThat(out.toString()).isEqualTo("[]\n");
    assertThat(summary.text("EUR"))
        .isEqualTo("No churn list as of 2024-07-01: only 12 customers left, 50 are needed");
  }

  private static ChurnListSummary write(Path folder, ChurnListOptions options, StringBuilder out) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(folder)) {
      return ChurnList.write(warehouse, options, out);
    }
  }

  private static ChurnListOptions options(
      OptionalInt top, String segment, String region, BigDecimal value, Role role) {
    return new ChurnListOptions(
        top,
        Optional.of(segment).filter(text -> !text.isEmpty()),
        Optional.of(region).filter(text -> !text.isEmpty()),
        Optional.ofNullable(value),
        role,
        "EUR",
        new Output(OutputFormat.CSV, OptionalInt.empty()));
  }

  private static List<CSVRecord> parsed(StringBuilder csv) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(csv.toString()))
        .getRecords();
  }
}
