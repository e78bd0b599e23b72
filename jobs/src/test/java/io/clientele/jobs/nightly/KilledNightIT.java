package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.reports.published.PublishedWarehouse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A night dies without a word at a chosen moment; readers still see the night before, and the next
 * run completes as if nothing had happened.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNightIT {
  private static final int KILLED = 137;
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final LocalDate BASE = LocalDate.of(2025, 12, 29);
  private static final List<String> TABLES =
      List.of(
          "cnf_sales_line",
          "dim_customer",
          "dim_product",
          "fct_sales",
          "fct_customer_day",
          "ftr_customer_state",
          "ftr_customer_rfm",
          "scr_customer_churn",
          "rpt_churn_call_list");

  @TempDir private static Path temp;

  private Shop shop;
  private Path start;
  private String before;
  private Map<String, String> expected;

  @BeforeAll
  void oneNightAndItsUndisturbedSuccessor() throws IOException {
    Path generated = Shop.generate(temp.resolve("generated"));
    shop = Shop.in(temp.resolve("shop"), generated).receives(FIRST, BASE);
    shop.night(BASE.plusDays(1));
    before = published();
    shop.receives(BASE.plusDays(1), Shop.END);
    start = temp.resolve("start");
    Shop.restore(shop.folder(), start);
    shop.night(Shop.END);
    expected = shop.fingerprint(TABLES.stream());
    assertThat(published()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mid-steps", "after-publication-row", "before-manifest"})
  void theNextRunCompletesAndReadersSawTheNightBefore(String moment) throws Exception {
    Shop.restore(start, shop.folder());
    assertThat(nightThatHaltsAt(moment)).as("exit code of the killed night").isEqualTo(KILLED);
    assertThat(published()).as("what readers see after the kill").isEqualTo(before);
    shop.night(Shop.END);
    assertThat(shop.fingerprint(TABLES.stream())).isEqualTo(expected);
  }

  private String published() {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(shop.warehouse())) {
      return warehouse
          .first(
              "SELECT count(*) || ' ' || sum(line_amount) || ' ' || (SELECT max(as_of_date) FROM"
                  + " scr_customer_segment) FROM fct_sales",
              row -> row.getString(1))
          .orElseThrow();
    }
  }

  private int nightThatHaltsAt(String moment) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Dclientele.haltAt=" + moment,
            "-cp",
            System.getProperty("java.class.path"),
            "io.clientele.jobs.cli.Main",
            "nightly",
            "--project",
            shop.folder().toString(),
            "--date",
            Shop.END.toString()));
    Process night =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve(moment + ".log").toFile())
            .start();
    return night.waitFor();
  }
}
