package io.clientele.reports.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.OperationFacts.Opportunities;
import io.clientele.reports.segment.OperationFacts.Owner;
import io.clientele.reports.segment.OperationFacts.Payments;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOperationsTest {
  @TempDir private Path folder;

  private OperationFacts facts(TestWarehouse made) {
    made.publish(1, LocalDate.of(2026, 7, 1)).close();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(folder)) {
      return ReadOperations.facts(warehouse);
    }
  }

  @Test
  void aWarehouseWithoutThemHasNothingToSay() {
    assertThat(facts(TestWarehouse.in(folder)).isEmpty()).isTrue();
  }

  @Test
  void meansAreOfWhatHappenedAndNothingOfTheAsOfDateCounts() {
    OperationFacts facts =
        facts(
            TestWarehouse.in(folder)
                .run(
                    "INSERT INTO dim_employee (employee_key, employee_id, employee_name, department)"
                        + " VALUES (1, 'E1', 'Ada Moe', 'SALES')")
                .run(
                    "INSERT INTO fct_service_case (case_id, case_kind, department, employee_id,"
                        + " opened_at, response_hours, resolution_hours, is_open) VALUES"
                        + " ('A', 'COMPLAINT', 'SERVICE', 'E1', TIMESTAMP '2026-06-01 08:00:00', 2, 10, false),"
                        + " ('B', 'QUESTION', 'SERVICE', 'E1', TIMESTAMP '2026-06-02 08:00:00', 4, NULL, true),"
                        + " ('C', 'COMPLAINT', 'SERVICE', 'E1', TIMESTAMP '2026-07-01 08:00:00', 9, 9, false)")
                .run(
                    "INSERT INTO fct_opportunity_stage (stage_record_id, stage, employee_key,"
                        + " entered_on, opportunity_region, amount, currency_code, is_current_stage)"
                        + " VALUES ('1', 'LEAD', 1, DATE '2026-05-01', 'Nord', 5, 'EUR', false),"
                        + " ('2', 'WON', 1, DATE '2026-05-09', 'Nord', 5, 'EUR', true)")
                .run(
                    "INSERT INTO fct_payment (payment_id, payment_method, amount, billed_on, due_on,"
                        + " days_late, is_paid, is_refund) VALUES"
                        + " ('1', 'INVOICE', 10, DATE '2026-06-01', DATE '2026-06-15', 4, true, false),"
                        + " ('2', 'INVOICE', 20, DATE '2026-06-01', DATE '2026-06-15', NULL, false, false),"
                        + " ('3', 'INVOICE', -5, DATE '2026-06-01', DATE '2026-06-15', 0, true, true)"));
    assertThat(facts.cases()).containsExactly(new Owner("SERVICE", "Ada Moe", 2, 1, 1, 3.0, 10.0));
    assertThat(facts.opportunities())
        .containsExactly(
            new Opportunities("Nord", "SALES", "WON", "EUR", 1, new BigDecimal("5.000000")));
    assertThat(facts.payments())
        .containsExactly(
            new Payments(
                "INVOICE", 2, new BigDecimal("30.000000"), 1, 4.0, 1, new BigDecimal("20.000000")));
  }
}
