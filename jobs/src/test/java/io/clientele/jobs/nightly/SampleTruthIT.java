package io.clientele.jobs.nightly;

import static io.clientele.jobs.nightly.SampleFiles.office;
import static io.clientele.jobs.nightly.SampleFiles.plain;
import static io.clientele.jobs.nightly.SampleFiles.truth;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pipeline.RunListener;
import io.clientele.reports.audit.Audit;
import io.clientele.reports.audit.Finding;
import io.clientele.reports.load.NightSummary;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.testkit.TestSpark;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The night on the shipped sample against the truth that was planted in it, executed as large data
 * is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTruthIT {
  @TempDir private static Path temp;

  private PublishedWarehouse warehouse;

  @BeforeAll
  void oneNight() throws IOException {
    SampleFiles.copyTo(temp);
    OpenProject project = OpenProject.locate(Optional.of(temp));
    try (TestSpark.LargeData unused = TestSpark.forLargeData()) {
      new NightlyJob(project, RunListener.SILENT, Clock.systemUTC(), url -> TestSpark.session())
          .run(NightlyRequest.nightly("nightly"));
    }
    warehouse = PublishedWarehouse.open(project.warehouse());
  }

  @AfterAll
  void close() {
    warehouse.close();
  }

  @Test
  void everyPlantedBrokenRowIsRefusedForItsReasonAndNothingElseIs() {
    List<String> planted = rows(SampleFiles.brokenRows());
    assertThat(planted).hasSizeGreaterThan(100);
    assertThat(
            rows(
                """
                SELECT q.source || ' ' || replace(q.entity, '_since_2025', '') || ' '
                  || regexp_extract(b.file_name, '[^/]+$')
                  || ' ' || q.record_number || ' ' || array_to_string(list_sort(q.reasons), '|')
                FROM raw_quarantine q JOIN raw_batch b USING (batch_id) ORDER BY 1
                """))
        .containsExactlyElementsOf(planted);
  }

  @Test
  void linesAndMoneyOfEveryMonthAndSystemAreThePlantedOnes() {
    assertThat(
            rows(
                """
                SELECT source || ' ' || strftime(order_date, '%%Y-%%m') || ' '
                  || count(DISTINCT order_id) || ' orders ' || count(*) || ' lines '
                  || sum(line_amount)::DECIMAL(18,2)
                FROM fct_sales GROUP BY source, strftime(order_date, '%%Y-%%m') ORDER BY 1
                """
                    .replace("%%", "%")))
        .containsExactlyElementsOf(
            rows(
                "SELECT source || ' ' || month || ' ' || orders || ' orders ' || lines || ' lines '"
                    + " || net_amount::DECIMAL(18,2) FROM "
                    + truth("totals")
                    + " ORDER BY 1"));
  }

  @Test
  void everyPaymentStandsOnceAsItsNewestDeliveryHasIt() {
    List<String> delivered =
        rows(
            "SELECT PaymentNumber || ' ' || arg_max(Amount, ChangedOn)::DECIMAL(18,2) || ' '"
                + " || arg_max(Status, ChangedOn) || ' '"
                + " || coalesce(max(PaidOn), 'not paid') || ' until ' || max(DueOn) FROM "
                + plain("extracts/webshop/payments_*.csv")
                + " WHERE regexp_full_match(PaymentNumber, 'Z-[0-9]+(-R)?') GROUP BY PaymentNumber ORDER BY 1");
    assertThat(delivered).hasSizeGreaterThan(9_000);
    assertThat(
            rows(
                """
                SELECT payment_id || ' ' || amount::DECIMAL(18,2) || ' ' || payment_status || ' '
                  || coalesce(paid_on::VARCHAR, 'not paid') || ' until ' || due_on
                FROM fct_payment ORDER BY 1
                """))
        .containsExactlyElementsOf(delivered);
  }

  @Test
  void casesAndTheirStepsAreThoseOfTheFiles() {
    assertThat(
            rows(
                """
                SELECT case_id || ' ' || case_kind || ' ' || is_open || ' ' || step_count
                FROM fct_service_case ORDER BY 1
                """))
        .containsExactlyElementsOf(
            rows(
                "SELECT c.CaseNumber || ' ' || c.kind || ' ' || c.is_open || ' ' || s.steps FROM"
                    + " (SELECT CaseNumber, max(Kind) AS kind, count(ClosedAt) = 0 AS is_open FROM "
                    + plain("extracts/service/cases_*.csv")
                    + " WHERE regexp_full_match(CaseNumber, 'C-[0-9]+-[0-9]+') GROUP BY 1) c JOIN"
                    + " (SELECT CaseNumber, count(DISTINCT StepNumber) AS steps FROM "
                    + plain("extracts/service/case_steps_*.csv")
                    + " WHERE regexp_full_match(CaseNumber, 'C-[0-9]+-[0-9]+') GROUP BY 1) s"
                    + " USING (CaseNumber) ORDER BY 1"));
  }

  @Test
  void consentsContactsStagesAndStockOfEveryMonthAreThePlantedOnes() {
    assertThat(
            rows(
                """
                WITH events AS (
                  SELECT 'webshop consents' AS entity, batch_id, 0 AS amount FROM fct_consent
                  UNION ALL SELECT 'campaigns contacts', batch_id, 0 FROM fct_campaign_contact
                  UNION ALL SELECT 'business opportunity_stages', batch_id,
                    CASE stage WHEN 'WON' THEN amount ELSE 0 END FROM fct_opportunity_stage
                  UNION ALL SELECT 'reference stock', batch_id, 0 FROM fct_stock_day)
                SELECT e.entity || ' ' || regexp_extract(file_name, '_([0-9]{4})', 1) || '-'
                  || regexp_extract(file_name, '_[0-9]{4}([0-9]{2})', 1) || ' ' || count(*) || ' '
                  || sum(e.amount)::DECIMAL(18,2)
                FROM events e JOIN raw_batch USING (batch_id)
                GROUP BY e.entity, regexp_extract(file_name, '_([0-9]{4})', 1),
                  regexp_extract(file_name, '_[0-9]{4}([0-9]{2})', 1) ORDER BY 1
                """))
        .hasSizeGreaterThan(60)
        .containsExactlyElementsOf(
            rows(
                "SELECT source || ' ' || entity || ' ' || month || ' ' || records || ' '"
                    + " || amount::DECIMAL(18,2) FROM "
                    + truth("entity-totals")
                    + " WHERE records <> '0' AND entity IN ('consents', 'opportunity_stages', 'stock')"
                    + " OR records <> '0' AND source = 'campaigns' AND entity = 'contacts' ORDER BY 1"));
  }

  @Test
  void everyCampaignHasItsPlantedTreatedAndHeldOutPeopleAndAllResponses() {
    assertThat(
            rows(
                """
                SELECT campaign_id || ' ' || starts_on || ' ' || ends_on || ' '
                  || count(*) FILTER (test_group = 'TREATED') || ' '
                  || count(*) FILTER (test_group = 'HOLDOUT')
                FROM fct_campaign_contact JOIN dim_campaign USING (campaign_key, campaign_id)
                GROUP BY campaign_id, starts_on, ends_on ORDER BY 1
                """))
        .containsExactlyElementsOf(
            rows(
                "SELECT campaign || ' ' || first_day || ' ' || last_day || ' ' || treated || ' ' || held_out FROM "
                    + truth("campaigns")
                    + " ORDER BY 1"));
    assertThat(rows("SELECT sum(response_count)::VARCHAR FROM fct_campaign_contact"))
        .isEqualTo(
            rows(
                "SELECT sum(records::INT)::VARCHAR FROM "
                    + truth("entity-totals")
                    + " WHERE entity = 'responses'"));
  }

  /** A month's fee is that of the last event until its end, while the contract runs. */
  @Test
  void contractsAreMonthByMonthWhatTheirEventsSay() {
    assertThat(
            rows(
                """
                SELECT month_start || ' ' || count(*) FILTER (is_active) || ' '
                  || sum(monthly_fee)::DECIMAL(18,2)
                FROM fct_subscription_month WHERE month_start < DATE '2026-01-01'
                GROUP BY month_start HAVING count(*) FILTER (is_active) > 0 ORDER BY 1
                """))
        .hasSizeGreaterThan(24)
        .containsExactlyElementsOf(
            rows(
                """
                SELECT month || ' ' || count(*) || ' ' || sum(fee)::DECIMAL(18,2)
                FROM (SELECT month, contract, arg_max(fee, day) AS fee, max(day) AS day,
                             arg_max(until, day) AS until, bool_or(has_ended) AS has_ended
                      FROM (SELECT unnest(generate_series(DATE '2015-01-01', DATE '2025-12-01',
                              INTERVAL 1 MONTH))::DATE AS month) months
                      JOIN (SELECT ContractNumber AS contract, try_cast(EventOn AS DATE) AS day,
                              try_cast(replace(MonthlyFee, ',', '.') AS DECIMAL(18,2)) AS fee,
                              try_cast(TermEndsOn AS DATE) AS until, EndedOn IS NOT NULL AS has_ended
                            FROM %s WHERE regexp_full_match(ContractNumber, 'S[0-9]+-[0-9]+')) events
                        ON events.day <= last_day(month)
                      GROUP BY month, contract)
                WHERE until >= last_day(month) AND NOT has_ended
                GROUP BY month ORDER BY 1
                """
                    .formatted(office("extracts/subscriptions/contracts_*.csv"))));
  }

  @Test
  void whatTheLastFullExtractNoLongerHoldsIsGone() {
    List<String> planted =
        rows(
            "SELECT entity || ' ' || key FROM "
                + truth("versions")
                + " WHERE is_in_last_file = 'false' AND entity IN ('kunden', 'products') ORDER BY 1");
    assertThat(planted).isNotEmpty();
    assertThat(
            rows(
                """
                SELECT 'kunden ' || source_customer_id FROM dim_customer
                WHERE source = 'tills' AND is_current AND is_deleted
                UNION ALL SELECT 'products ' || product_id FROM dim_product
                WHERE is_current AND is_deleted ORDER BY 1
                """))
        .containsExactlyElementsOf(planted);
  }

  @Test
  void everyQuestionOfTheGuideHasAnAnswer() throws IOException {
    List<String> questions = SampleFiles.questionsOfTheGuide();
    assertThat(questions).hasSizeGreaterThan(8);
    assertThat(questions).allSatisfy(question -> assertThat(rows(question)).isNotEmpty());
  }

  @Test
  void noRuleOfTheAuditIsBroken() {
    assertThat(Audit.of(warehouse, Optional.empty()))
        .hasSizeGreaterThan(100)
        .allMatch(Finding::holds);
  }

  @Test
  void theThreeEquationsOfTheLoadHold() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new NightSummary(warehouse, "EUR").print(out);
    out.flush();
    assertThat(text.toString()).contains("ok    landed").doesNotContain("WRONG");
  }

  @Test
  void aFileThatWasDeliveredTwiceIsRecordedAndAddsNothing() {
    List<String> planted =
        rows(
            "SELECT source || ' ' || file FROM "
                + truth("deliveries")
                + " WHERE note LIKE 'second delivery%'"
                + " AND (source, entity) IN (SELECT DISTINCT source, entity FROM raw_batch)"
                + " ORDER BY 1");
    assertThat(planted).contains("tills bons_20251222_kopie.csv");
    assertThat(
            rows(
                "SELECT source || ' ' || regexp_extract(file_name, '[^/]+$') FROM raw_batch"
                    + " WHERE status = 'repeated' ORDER BY 1"))
        .containsExactlyElementsOf(planted);
  }

  @Test
  void churnOrdersThePlantedCustomersNearlyAsWellAsTheTrueRatesDo() {
    double model =
        warehouse
            .first(
                "SELECT metric_value FROM rpt_model_health WHERE model_family = 'churn'",
                row -> row.getDouble(1))
            .orElseThrow();
    double rule =
        warehouse
            .first(
                "SELECT baseline_value FROM rpt_model_health WHERE model_family = 'churn'",
                row -> row.getDouble(1))
            .orElseThrow();
    assertThat(model).isBetween(rule, trueChance());
  }

  /** Pairs of records of one person, of all pairs that we link and of all that were planted. */
  @Test
  void recordsOfOnePersonAreOneCustomerAndNobodyElseIs() {
    double[] pairs =
        warehouse
            .first(
                """
                WITH known AS (SELECT person_id, customer_id FROM %s planted LEFT JOIN
                    brg_customer_record ours ON ours.source = planted.source
                    AND ours.source_customer_id = planted.source_customer_id)
                SELECT (SELECT sum(n * (n - 1) / 2) FROM
                         (SELECT count(*) AS n FROM known WHERE customer_id IS NOT NULL
                           GROUP BY customer_id, person_id)),
                       (SELECT sum(n * (n - 1) / 2) FROM
                         (SELECT count(*) AS n FROM known WHERE customer_id IS NOT NULL
                           GROUP BY customer_id)),
                       (SELECT sum(n * (n - 1) / 2) FROM
                         (SELECT count(*) AS n FROM known GROUP BY person_id))
                """
                    .formatted(truth("identities")),
                row -> new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3)})
            .orElseThrow();
    assertThat(pairs[2]).as("pairs that were planted").isGreaterThan(5_000);
    assertThat(pairs[0] / pairs[1]).as("precision").isGreaterThanOrEqualTo(0.999);
    assertThat(pairs[0] / pairs[2]).as("recall").isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void aCustomerOfSeveralRecordsStandsOnceInListAndReport() {
    assertThat(
            rows(
                """
                SELECT customer_id FROM rpt_churn_call_list GROUP BY 1 HAVING count(*) > 1
                UNION ALL
                SELECT customer_id FROM rpt_churn_call_list LEFT JOIN brg_customer_record
                  USING (customer_id) WHERE brg_customer_record.customer_record_id IS NULL
                """))
        .isEmpty();
    assertThat(
            rows(
                """
                SELECT count(DISTINCT customer_id)::VARCHAR FROM fct_sales
                JOIN brg_customer_record USING (customer_record_id) WHERE is_purchase
                """))
        .isEqualTo(
            rows(
                """
                SELECT sum(customer_count)::BIGINT::VARCHAR FROM rpt_segment_profile
                WHERE segment_kind = 'rfm_segment'
                """));
  }

  /** Pairs that rules join, of all pairs joined and of all that were planted, in either order. */
  @Test
  void rulesJoinThePlantedPairsOfArticlesAndHardlyAnyOther() {
    double[] pairs =
        warehouse
            .first(
                """
                WITH planted AS (SELECT least(bought, often_with) AS a,
                    greatest(bought, often_with) AS b FROM %s),
                  found AS (SELECT DISTINCT least(antecedent, consequent) AS a,
                    greatest(antecedent, consequent) AS b FROM scr_association_rule)
                SELECT (SELECT count(*) FROM found JOIN planted USING (a, b)),
                       (SELECT count(*) FROM found), (SELECT count(*) FROM planted)
                """
                    .formatted(truth("product-pairs")),
                row -> new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3)})
            .orElseThrow();
    assertThat(pairs[2]).as("pairs that were planted").isEqualTo(15);
    assertThat(pairs[0] / pairs[1]).as("precision").isGreaterThanOrEqualTo(0.9);
    assertThat(pairs[0] / pairs[2]).as("recall").isGreaterThanOrEqualTo(0.8);
  }

  /** Offers look back two years, 730 days before the as-of date of 2026-01-01. */
  @Test
  void nobodyIsOfferedWhatHeKeptOrThoughHeRefusedToBeContacted() {
    assertThat(rows("SELECT DISTINCT source FROM scr_customer_offer WHERE is_eligible ORDER BY 1"))
        .containsExactly("repurchase", "rule", "similar_product");
    assertThat(
            rows(
                """
                SELECT customer_id FROM scr_customer_offer JOIN dim_customer_profile
                  USING (customer_id) WHERE is_eligible AND NOT is_marketing_allowed
                UNION ALL
                SELECT o.customer_id FROM scr_customer_offer o
                JOIN brg_customer_record b ON b.customer_id = o.customer_id
                JOIN fct_sales f ON f.customer_record_id = b.customer_record_id
                  AND f.product_id = o.product_id
                WHERE o.is_eligible AND o.source <> 'repurchase'
                  AND (f.is_purchase OR f.quantity < 0) AND f.order_date >= DATE '2024-01-02'
                GROUP BY o.customer_id, o.product_id HAVING sum(f.quantity) > 0
                """))
        .isEmpty();
  }

  /** What knowing the rates and who has left reaches on this sample. */
  private double trueChance() {
    return warehouse
        .first(
            "SELECT value::DOUBLE FROM " + truth("facts") + " WHERE fact = 'auc_of_true_chance'",
            row -> row.getDouble(1))
        .orElseThrow();
  }

  private List<String> rows(String sql) {
    return warehouse.rows(sql, row -> row.getString(1));
  }
}
