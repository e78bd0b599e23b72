package io.clientele.jobs.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedMappingsTest {
  private static final String COMPANY = "company: {name: A, time_zone: UTC, currency: EUR}\n";

  @TempDir private Path folder;

  private void check(String quantity, String price) throws Exception {
    String text =
        COMPANY + Yaml.SALES.replace("quantity: Qty", quantity).replace("unit_price: Price", price);
    CheckedMappings.require(ConfigLoader.load(Yaml.file(folder, text), Map.of()));
  }

  @Test
  void everyProblemIsReportedWithItsLineBeforeAnythingRuns() {
    assertThatThrownBy(
            () ->
                check(
                    "quantity: lenght(Qty)", "unit_price: \"reflect('java.lang.System', 'exit')\""))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("Cannot read clientele.yaml: 2 problems")
        .hasMessageContaining("line 13: Cannot map quantity of webshop.lines by 'lenght(Qty)'")
        .hasMessageContaining("did you mean length?\n")
        .hasMessageContaining("line 14: Cannot map unit_price of webshop.lines by 'reflect(");
  }

  @Test
  void usableExpressionsPass() {
    assertThatCode(() -> check("quantity: coalesce(Qty, '1')", "unit_price: Price"))
        .doesNotThrowAnyException();
  }
}
