package io.clientele.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgCustomer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarehouseTest {
  private static final Field SHOE_SIZE = Field.tracked("shoe_size", FieldType.INT, "Shoe size, EU");

  @Test
  void misspeltTableNamesTheNearestOne() {
    assertThatThrownBy(() -> Warehouse.canonical().table("dim_custmer"))
        .hasMessage(
            "Cannot find table dim_custmer: the warehouse does not declare it; did you mean"
                + " dim_customer?");
  }

  @Test
  void attributesExtendTheirTableAndNoOther() {
    Warehouse warehouse =
        Warehouse.canonical().withAttributes(Map.of("dim_customer", List.of(SHOE_SIZE)));
    assertThat(warehouse.table("dim_customer").trackedColumns()).contains("shoe_size");
    assertThat(warehouse.table("cnf_customer").find("shoe_size")).isEmpty();
    assertThat(warehouse.tables()).hasSameSizeAs(Warehouse.CANONICAL);
  }

  @Test
  void attributesOfAnUnknownTableAreRefused() {
    assertThatThrownBy(
            () -> Warehouse.canonical().withAttributes(Map.of("dim_shoe", List.of(SHOE_SIZE))))
        .hasMessageContaining("Cannot find table dim_shoe");
  }

  @Test
  void stagingInstancesComeLast() {
    TableSpec instance = StgCustomer.TABLE.named("stg_webshop__customers");
    assertThat(Warehouse.canonical().with(List.of(instance)).tables()).last().isEqualTo(instance);
  }

  @Test
  void everyTableIsDeclaredOnceAndEveryReferenceFindsItsTable() {
    Set<String> names = new HashSet<>();
    Warehouse.CANONICAL.forEach(table -> assertThat(names.add(table.name())).isTrue());
    for (TableSpec table : Warehouse.CANONICAL) {
      for (Field field : table.fields()) {
        field.references().ifPresent(name -> assertThat(names).as(field.name()).contains(name));
      }
    }
  }

  @Test
  void sortAndPartitionColumnsAreFieldsOfTheTable() {
    for (TableSpec table : Warehouse.CANONICAL) {
      assertThat(table.columnNames()).as(table.name()).containsAll(table.sortedBy());
      for (String transform : table.partitioning()) {
        String column = transform.replaceAll("^\\w+\\((?:\\d+, *)?(\\w+)\\)$", "$1");
        assertThat(table.columnNames()).as(table.name()).contains(column);
      }
    }
  }
}
