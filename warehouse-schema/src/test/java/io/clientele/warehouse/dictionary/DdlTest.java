package io.clientele.warehouse.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import org.junit.jupiter.api.Test;

class DdlTest {
  private static final Field DAY = Field.durableKey("day", FieldType.DATE, "Local day");
  private static final Field SPEND =
      Field.measure("spend", FieldType.MONEY, Additivity.ADDITIVE, "The shop's spend | net");
  private static final TableSpec TABLE =
      TableSpec.table("fct_visit")
          .grain("one row per day")
          .fields(DAY, SPEND)
          .key(DAY)
          .partitionedBy("months(day)")
          .build();

  @Test
  void statementHoldsTypesNullsPartitionsAndSentences() {
    assertThat(Ddl.of(TABLE))
        .isEqualTo(
            """
            CREATE TABLE fct_visit (
              day date NOT NULL COMMENT 'Local day',
              spend decimal(18,6) COMMENT 'The shop\\'s spend | net'
            )
            USING iceberg
            PARTITIONED BY (months(day))
            COMMENT 'one row per day; key day'""");
  }

  @Test
  void dictionaryEscapesTheSignThatSeparatesCells() {
    assertThat(DataDictionary.of(TABLE))
        .contains("Grain: one row per day. Key: `day`. Partitioned by: `months(day)`.")
        .contains(
            "| `spend` | decimal(18,6) | may be | measure | additive |  |  | The shop's spend \\|"
                + " net |");
  }
}
