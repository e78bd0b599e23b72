package io.clientele.warehouse.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableSpecTest {
  private static final Field KEY = Field.surrogateKey("shoe_key", "Hash of the shoe");
  private static final Field CITY = Field.tracked("city", FieldType.STRING, "City");
  private static final Field RUN = Field.audit("run_id", FieldType.STRING, "Run of the row");

  private static TableSpec shoes() {
    return TableSpec.table("dim_shoe")
        .grain("one row per shoe")
        .fields(KEY, CITY, RUN)
        .key(KEY)
        .build();
  }

  @Test
  void fieldWithoutASentenceIsRefused() {
    assertThatThrownBy(() -> Field.attribute("city", FieldType.STRING, " "))
        .hasMessage("Cannot declare field 'city': it has no sentence; say what it holds.");
  }

  @Test
  void fieldNamesAreSnakeCase() {
    assertThatThrownBy(() -> Field.attribute("City", FieldType.STRING, "City"))
        .hasMessage("Cannot declare field 'City': names are snake case; rename it.");
  }

  @Test
  void tableWithoutALayersPrefixIsRefused() {
    assertThatThrownBy(() -> TableSpec.table("shoe").grain("one row per shoe").build())
        .hasMessageContaining("Cannot place table shoe");
  }

  @Test
  void tableWithoutGrainIsRefused() {
    assertThatThrownBy(() -> TableSpec.table("dim_shoe").fields(KEY).build())
        .hasMessage("Cannot declare table dim_shoe: it has no grain; say what one row is.");
  }

  @Test
  void fieldThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> shoes().withAttributes(List.of(CITY)))
        .hasMessage("Cannot declare table dim_shoe: field city stands twice.");
  }

  @Test
  void keyThatIsNoFieldIsRefused() {
    assertThatThrownBy(
            () ->
                TableSpec.table("dim_shoe").grain("one row per shoe").fields(CITY).key(KEY).build())
        .hasMessage("Cannot declare table dim_shoe: key column shoe_key is no field of it.");
  }

  @Test
  void comparedColumnsLeaveOutKeyAndAudit() {
    assertThat(shoes().comparedColumns()).containsExactly("city");
  }

  @Test
  void attributesStandBehindTheOwnColumns() {
    Field size = Field.attribute("size", FieldType.INT, "Size, EU");
    assertThat(shoes().withAttributes(List.of(size)).columnNames())
        .containsExactly("shoe_key", "city", "run_id", "size");
  }

  @Test
  void missingColumnNamesThoseThatAreThere() {
    assertThatThrownBy(() -> shoes().field("town"))
        .hasMessage(
            "Cannot find column town in dim_shoe: it has shoe_key, city, run_id; name one of them.");
  }
}
