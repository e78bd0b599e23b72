package io.clientele.reports.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.warehouse.Warehouse;
import org.junit.jupiter.api.Test;

class DuckTypeTest {
  @Test
  void nestedTypesAreTranslatedInside() {
    assertThat(DuckType.of("array<struct<day:date,spend:decimal(18,6),tags:array<string>>>"))
        .isEqualTo("STRUCT(\"day\" DATE, \"spend\" DECIMAL(18,6), \"tags\" VARCHAR[])[]");
    assertThat(DuckType.of("map<string,array<int>>")).isEqualTo("MAP(VARCHAR, INTEGER[])");
  }

  @Test
  void everyDeclaredTypeIsKnown() {
    assertThat(Warehouse.canonical().tables())
        .flatExtracting(spec -> spec.fields())
        .allSatisfy(field -> assertThat(DuckType.of(field.type().sql())).isNotBlank());
  }

  @Test
  void anUnknownTypeIsNamed() {
    assertThatThrownBy(() -> DuckType.of("interval"))
        .hasMessageStartingWith("Cannot read a column of type interval:");
  }
}
