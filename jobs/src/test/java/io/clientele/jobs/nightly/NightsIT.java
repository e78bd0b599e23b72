package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pipeline.RunOutcome;
import io.clientele.pipeline.StepResult;
import io.clientele.reports.list.ChurnList;
import io.clientele.reports.list.ChurnListOptions;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.OutputFormat;
import io.clientele.warehouse.spec.TableSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of the step: five days loaded one night each, one file two days late, all in one
 * night, or in the tasks of the shipped DAG give equal tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightsIT {
  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final LocalDate BASE = LocalDate.of(2025, 12, 26);
  private static final LocalDate DAY_OF_THE_LATE_FILE = LocalDate.of(2025, 12, 28);
  private static final String LATE_FILE = "extracts/webshop/orders_20251228.csv";

  private static final List<String> WAREHOUSE =
      List.of(
          "cnf_customer",
          "cnf_product",
          "cnf_store",
          "cnf_sales_line",
          "cnf_payment",
          "cnf_service_case",
          "cnf_case_step",
          "dim_customer",
          "dim_product",
          "dim_store",
          "dim_channel",
          "dim_date",
          "brg_customer_record",
          "brg_customer_link",
          "dim_customer_profile",
          "fct_sales",
          "fct_payment",
          "fct_service_case",
          "fct_service_case_step",
          "dim_campaign",
          "dim_employee",
          "dim_subscription",
          "fct_consent",
          "fct_campaign_contact",
          "fct_opportunity_stage",
          "fct_subscription_month",
          "fct_stock_day",
          "fct_customer_day",
          "fct_customer_month",
          "ftr_customer_state",
          "ftr_customer_rfm",
          "ftr_customer_churn");

  @TempDir private static Path temp;

  private static final List<String> FACTS =
      List.of(
          "fct_sales",
          "fct_payment",
          "fct_service_case",
          "fct_service_case_step",
          "fct_consent",
          "fct_campaign_contact",
          "fct_opportunity_stage",
          "fct_subscription_month",
          "fct_stock_day",
          "fct_customer_day",
          "fct_customer_month");

  /**
   * They tell the nights themselves: which files each landed, when two records became one, which
   * night was before, and which lines waited for the order that came late.
   */
  private static final List<String> OF_THE_NIGHTS =
      List.of("raw_batch", "raw_quarantine", "brg_customer_ledger", "ftr_as_of");

  private Shop dayByDay;
  private Map<String, String> atOnceTables;
  private Map<String, String> inTasksTables;
  private String listOfTheTasks;
  private Map<String, String> factsAfterTheMerge;
  private List<Long> customersBeforeTheMerge;
  private List<Long> customersAfterTheMerge;
  private List<String> mergedPlaces;
  private List<String> versionsInTasks;
  private RunOutcome lastNight;
  private final Map<LocalDate, String> lists = new TreeMap<>();

  @BeforeAll
  void loadThreeTimes() throws IOException {
    Path generated = Shop.generate(temp.resolve("generated"));
    Shop atOnce = Shop.in(temp.resolve("at-once"), generated).receives(FIRST, Shop.END);
    atOnce.night(Shop.END);
    atOnceTables = atOnce.fingerprint(WAREHOUSE.stream());

    dayByDay = Shop.in(temp.resolve("day-by-day"), generated).receives(FIRST, BASE);
    dayByDay.night(BASE.plusDays(1));
    Path firstNight = temp.resolve("first-night");
    Shop.restore(dayByDay.folder(), firstNight);
    loadTheFiveDaysInTheShippedTasks(dayByDay);
    Shop.restore(firstNight, dayByDay.folder());
    loadOneNightEach(dayByDay);
  }

  private void loadOneNightEach(Shop shop) {
    for (LocalDate day = BASE.plusDays(1); day.isBefore(Shop.END); day = day.plusDays(1)) {
      shop.receives(day, day);
      if (day.equals(DAY_OF_THE_LATE_FILE)) {
        shop.without(LATE_FILE);
      }
      if (day.equals(DAY_OF_THE_LATE_FILE.plusDays(2))) {
        shop.receives(LATE_FILE);
      }
      lastNight = shop.night(day.plusDays(1));
      lists.put(day.plusDays(1), churnList(shop, Optional.empty()));
    }
  }

  /** Goes on from the same first night in the same place: a warehouse keeps its path. */
  private void loadTheFiveDaysInTheShippedTasks(Shop shop) throws IOException {
    shop.receives(BASE.plusDays(1), Shop.END);
    ShippedNight.run(shop, Shop.END);
    inTasksTables = shop.fingerprint(tables(shop));
    versionsInTasks = versions(shop);
    listOfTheTasks = Files.readString(shop.folder().resolve("output/churn-list.csv"));
    mergeTheFirstTwoOfTheList(shop);
  }

  private static Stream<String> tables(Shop shop) {
    return shop.open().config().warehouse().tables().stream().map(TableSpec::name);
  }

  private void mergeTheFirstTwoOfTheList(Shop shop) {
    String first = "SELECT split_part(source_customer_ids, ' ', 1) FROM rpt_churn_call_list";
    List<String> two = list(shop, first + " WHERE list_rank <= 2 ORDER BY list_rank");
    customersBeforeTheMerge = customers(shop);
    shop.hears(two.get(0), two.get(1)).night(Shop.END);
    customersAfterTheMerge = customers(shop);
    factsAfterTheMerge = shop.fingerprint(FACTS.stream());
    mergedPlaces =
        list(
            shop,
            "SELECT source_customer_ids FROM rpt_churn_call_list WHERE source_customer_ids LIKE '%"
                + two.get(0)
                + "%' OR source_customer_ids LIKE '%"
                + two.get(1)
                + "%'");
  }

  /** Customers in scores, list and segments. */
  private static List<Long> customers(Shop shop) {
    return Stream.of(
            "scr_customer_segment WHERE as_of_date = DATE '" + Shop.END + "'",
            "scr_customer_churn WHERE as_of_date = DATE '" + Shop.END + "'",
            "rpt_churn_call_list",
            "(SELECT unnest(range(sum(customer_count)::BIGINT)) FROM rpt_segment_profile"
                + " WHERE segment_kind = 'abc_class')")
        .map(rows -> count(shop, rows))
        .toList();
  }

  @Test
  void fiveNightsWithALateFileEqualOneNight() {
    assertThat(dayByDay.fingerprint(WAREHOUSE.stream())).isEqualTo(atOnceTables);
  }

  /** One model version scores: it was trained in the first night that both go on from. */
  @Test
  void theShippedTasksOfOneNightEqualFiveCallsOfNightly() {
    assertThat(versions(dayByDay)).hasSize(1).isEqualTo(versionsInTasks);
    assertThat(inTasksTables.get("scr_customer_churn")).doesNotStartWith("0 rows");
    Map<String, String> nightly = dayByDay.fingerprint(tables(dayByDay));
    assertThat(without(inTasksTables)).isEqualTo(without(nightly));
    assertThat(listOfTheTasks).isNotEmpty();
  }

  private static Map<String, String> without(Map<String, String> tables) {
    Map<String, String> kept = new TreeMap<>(tables);
    kept.keySet().removeAll(OF_THE_NIGHTS);
    return kept;
  }

  @Test
  void twoCustomersOfTonightAreOneTomorrowAndNoFactChanges() {
    assertThat(factsAfterTheMerge)
        .isEqualTo(
            inTasksTables.entrySet().stream()
                .filter(table -> FACTS.contains(table.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    assertThat(customersAfterTheMerge)
        .isEqualTo(customersBeforeTheMerge.stream().map(count -> count - 1).toList());
    assertThat(mergedPlaces).hasSize(1);
  }

  @Test
  void theLastNightReadsWhatItTouchesAndNotHistory() {
    long lines = count(dayByDay, "fct_sales");
    for (String table : List.of("fct_sales", "cnf_sales_line", "stg_tills__bons")) {
      assertThat(rowsRead(lastNight, table))
          .as("rows of %s read by the last night, of %s lines", table, lines)
          .isLessThan(lines / 10);
    }
    assertThat(rowsRead(lastNight, "ftr_customer_state"))
        .as("state rows read for features and scores")
        .isPositive()
        .isLessThanOrEqualTo(count(dayByDay, "ftr_customer_state"));
  }

  @Test
  void theSameNightAgainChangesNothing() {
    Stream<String> all =
        Stream.concat(
            WAREHOUSE.stream(),
            Stream.of("scr_customer_churn", "rpt_churn_call_list", "rpt_sales_month"));
    List<String> tables = all.toList();
    Map<String, String> before = dayByDay.fingerprint(tables.stream());
    RunOutcome again = dayByDay.night(Shop.END);
    assertThat(dayByDay.fingerprint(tables.stream())).isEqualTo(before);
    assertThat(again.steps())
        .filteredOn(step -> step.step().startsWith("load-") || step.step().startsWith("conform-"))
        .allSatisfy(step -> assertThat(step.rowsOut()).as(step.step()).isZero());
  }

  @Test
  void everyPastListIsReadAgainByteForByte() {
    assertThat(lists).hasSize(5);
    assertThat(new HashSet<>(lists.values())).as("lists of different nights").hasSize(5);
    lists.forEach(
        (asOf, list) ->
            assertThat(churnList(dayByDay, Optional.of(asOf)))
                .as("list of " + asOf)
                .isEqualTo(list));
  }

  private static String churnList(Shop shop, Optional<LocalDate> asOf) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(shop.warehouse(), asOf)) {
      StringBuilder list = new StringBuilder();
      ChurnList.write(warehouse, ChurnListOptions.everybody(OutputFormat.CSV, "EUR"), list);
      return list.toString();
    }
  }

  /** From raw_ to fct_ and state; summaries for reports may read facts whole. */
  private static long rowsRead(RunOutcome outcome, String table) {
    return outcome.steps().stream()
        .filter(step -> !step.step().startsWith("summarise-"))
        .map(StepResult::rowsRead)
        .mapToLong(read -> read.getOrDefault(table, 0L))
        .sum();
  }

  private static long count(Shop shop, String table) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(shop.warehouse())) {
      return warehouse.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }
  }

  private static List<String> versions(Shop shop) {
    return list(
        shop,
        "SELECT DISTINCT model_version FROM scr_customer_churn WHERE as_of_date = DATE '"
            + Shop.END
            + "'");
  }

  private static List<String> list(Shop shop, String sql) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(shop.warehouse())) {
      return warehouse.rows(sql, row -> row.getString(1));
    }
  }
}
