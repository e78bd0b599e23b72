package io.clientele.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void moneyHasItsSignAndThousandsSeparators() {
    NumberText euro = new NumberText("EUR");
    assertThat(euro.money(new BigDecimal("1234567.5"))).isEqualTo("€1,234,568");
    assertThat(euro.money(new BigDecimal("-12.6"))).isEqualTo("−€13");
    assertThat(euro.money(new BigDecimal("-0.2"))).isEqualTo("€0");
    assertThat(euro.exactMoney(new BigDecimal("0.005"))).isEqualTo("€0.01");
    assertThat(euro.shortMoney(new BigDecimal("8911407.904"))).isEqualTo("€8.91\u00a0m");
    assertThat(euro.shortMoney(new BigDecimal("99999"))).isEqualTo("€99,999");
  }

  @Test
  void aCurrencyWithoutASignIsNamedByItsCode() {
    assertThat(new NumberText("CHF").money(BigDecimal.TEN)).isEqualTo("CHF\u00a010");
    assertThat(new NumberText("POINTS").money(BigDecimal.TEN)).isEqualTo("POINTS\u00a010");
  }

  @Test
  void sharesAreShownInPerCent() {
    assertThat(NumberText.share(0.341)).isEqualTo("34\u00a0%");
    assertThat(NumberText.share(0.0123)).isEqualTo("1.2\u00a0%");
    assertThat(NumberText.share(0)).isEqualTo("0\u00a0%");
    assertThat(NumberText.count(1_234_567)).isEqualTo("1,234,567");
  }
}
