package io.clientele.etl.landing;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.source.EntityDeclaration.DatePattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryDayTest {
  @ParameterizedTest
  @CsvSource({
    "bons_20251218.csv, 2025-12-18",
    "bons_20251222_kopie.csv, 2025-12-22",
    "bons_202402.csv, 2024-02-29",
    "bons_20251318.csv,",
    "bons_2025121.csv,",
    "bons_today.csv,",
  })
  void aDayOrTheEndOfAMonthIsReadFromTheName(String name, LocalDate day) {
    for (List<String> formats :
        List.of(List.of("yyyyMMdd", "yyyyMM"), List.of("yyyyMM", "yyyyMMdd"))) {
      DatePattern pattern = new DatePattern("bons_(\\d{6,8}).*\\.csv", formats);
      assertThat(DeliveryDay.of(name, pattern))
          .as("%s", formats)
          .isEqualTo(Optional.ofNullable(day));
    }
  }
}
