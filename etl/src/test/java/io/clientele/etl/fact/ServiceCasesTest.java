package io.clientele.etl.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A complaint of 1 May, 08:00 UTC: intake until 10:00, workshop until 3 May 10:00, answer until 3
 * May 12:00, when it is closed. It comes in two nights, and the step of the workshop comes before
 * its case.
 */
class ServiceCasesTest {
  private static final Nights NIGHTS =
      Shops.nights(
          Set.of(
              "conform-service-cases",
              "collect-line-members",
              "load-dim-customer",
              "load-fct-service-case",
              "load-fct-service-case-step"));
  private static List<Map<String, Object>> opened;

  @BeforeAll
  static void threeNights() {
    NIGHTS.load(
        new Delivery(Shops.STEPS, "2024-05-01").row(step("2", "WORKSHOP", "E2", "01T10", null)));
    assertThat(NIGHTS.table("fct_service_case")).isEmpty();
    NIGHTS.load(
        new Delivery(Shops.CASES, "2024-05-01").row(closed("OPEN", null, null)),
        new Delivery(Shops.STEPS, "2024-05-01", "second")
            .row(step("1", "SERVICE", "E1", "01T08", "01T10")));
    opened = NIGHTS.table("fct_service_case");
    NIGHTS.load(
        new Delivery(Shops.CASES, "2024-05-03").row(closed("CLOSED", "2024-05-03T12:00:00Z", "4")),
        new Delivery(Shops.STEPS, "2024-05-03")
            .row(step("2", "WORKSHOP", "E2", "01T10", "03T10"))
            .row(step("3", "SERVICE", "E3", "03T10", "03T12")));
  }

  @Test
  void anOpenCaseHasItsFirstResponseAndNoEnd() {
    assertThat(opened)
        .singleElement()
        .satisfies(
            shown ->
                assertThat(shown)
                    .containsEntry("response_hours", 2.0)
                    .containsEntry("resolution_hours", null)
                    .containsEntry("closed_date_key", -1)
                    .containsEntry("step_count", 2)
                    .containsEntry("is_open", true));
  }

  @Test
  void aClosedCaseIsTheWorkOfWhoTookLongest() {
    assertThat(NIGHTS.table("fct_service_case"))
        .singleElement()
        .satisfies(
            shown ->
                assertThat(shown)
                    .containsEntry("opened_date_key", 20240501)
                    .containsEntry("closed_date_key", 20240503)
                    .containsEntry("resolution_hours", 52.0)
                    .containsEntry("department", "WORKSHOP")
                    .containsEntry("employee_id", "E2")
                    .containsEntry("satisfaction", 4)
                    .containsEntry("step_count", 3));
  }

  @Test
  void stepsStandOnceWithTheirHours() {
    assertThat(NIGHTS.table("fct_service_case_step"))
        .extracting(step -> step.get("step_number") + " " + step.get("step_hours"))
        .containsExactlyInAnyOrder("1 2.0", "2 48.0", "3 2.0");
  }

  @Test
  void whoOnlyComplainsIsACustomerToo() {
    Object key = NIGHTS.table("fct_service_case").get(0).get("customer_key");
    assertThat(NIGHTS.table("dim_customer"))
        .extracting(version -> version.get("customer_key"))
        .contains(key);
  }

  private static String[] closed(String status, String at, String satisfaction) {
    return new String[] {
      "case_id",
      "C1",
      "source_customer_id",
      "K1",
      "case_kind",
      "COMPLAINT",
      "case_status",
      status,
      "opened_at",
      "2024-05-01T08:00:00Z",
      "closed_at",
      at,
      "satisfaction",
      satisfaction
    };
  }

  private static String[] step(
      String number, String department, String owner, String start, String end) {
    return new String[] {
      "case_id",
      "C1",
      "step_number",
      number,
      "department",
      department,
      "employee_id",
      owner,
      "started_at",
      "2024-05-" + start + ":00:00Z",
      "ended_at",
      end == null ? null : "2024-05-" + end + ":00:00Z"
    };
  }
}
