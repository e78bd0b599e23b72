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
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night dies without a word at a chosen moment; readers still see the night before, and the next
 * run completes as if nothing had happened. The moments of publication are reached by a night of
 * several processes, whose steps ran before the one that dies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledNightIT {
  private static final int KILLED = 137;
  private static final String OPEN_RUN = "open-run";
  private static final List<String> WHOLE_NIGHT =
      List.of("extract", "stage", "conform", "load", "features", "models", "reports");
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
  private Path prepared;
  private String before;
  private Map<String, String> expected;

  @BeforeAll
  void oneNightAndItsUndisturbedSuccessor() throws IOException {
    Path generated = Shop.generate(temp.resolve("generated"));
    shop = Shop.ofTwoSystems(temp.resolve("shop"), generated).receives(FIRST, BASE);
    shop.night(BASE.plusDays(1));
    before = published();
    shop.receives(BASE.plusDays(1), Shop.END);
    start = temp.resolve("start");
    Shop.restore(shop.folder(), start);
    shop.job()
        .run(
            NightlyRequest.steps("run", WHOLE_NIGHT)
                .asOf(Optional.of(Shop.END))
                .continuing(Optional.of(OPEN_RUN)));
    prepared = temp.resolve("prepared");
    Shop.restore(shop.folder(), prepared);
    publishTheOpenRun();
    expected = shop.fingerprint(TABLES.stream());
    assertThat(published()).isNotEqualTo(before);
  }

  @Test
  void aNightThatDiesAmidItsStepsIsDoneAgain() throws Exception {
    Shop.restore(start, shop.folder());
    dies("mid-steps", "nightly", "--date", Shop.END.toString());
    shop.night(Shop.END);
    nothingIsMissing();
  }

  @Test
  void aNightThatDiesAfterItsPublicationRowIsPublishedByTheNextNight() throws Exception {
    Shop.restore(prepared, shop.folder());
    dies("after-publication-row", "publish", "--run", OPEN_RUN);
    shop.night(Shop.END);
    nothingIsMissing();
  }

  @Test
  void aNightThatDiesBeforeItsManifestIsPublishedWhenTheTaskIsTriedAgain() throws Exception {
    Shop.restore(prepared, shop.folder());
    dies("before-manifest", "publish", "--run", OPEN_RUN);
    publishTheOpenRun();
    nothingIsMissing();
  }

  private void publishTheOpenRun() {
    shop.job().run(NightlyRequest.publish("publish", OPEN_RUN).asOf(Optional.of(Shop.END)));
  }

  private void dies(String moment, String... command) throws Exception {
    assertThat(haltsAt(moment, command)).as("exit code of the killed process").isEqualTo(KILLED);
    assertThat(published()).as("what readers see after the kill").isEqualTo(before);
  }

  private void nothingIsMissing() {
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

  private int haltsAt(String moment, String... words) throws IOException, InterruptedException {
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
            "--project",
            shop.folder().toString()));
    command.addAll(List.of(words));
    Process night =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve(moment + ".log").toFile())
            .start();
    return night.waitFor();
  }
}
