package io.clientele.etl.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.testkit.TestSpark;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

class MappingExpressionTest {
  /** One row with cells a and b; expressions as columns of it. */
  private static Row evaluated(String a, String b, Collection<String> expressions) {
    StructType schema =
        new StructType().add("in_a", DataTypes.StringType).add("in_b", DataTypes.StringType);
    Column[] columns =
        expressions.stream()
            .map(text -> MappingExpression.parse(text).column(name -> "in_" + name))
            .toArray(Column[]::new);
    return TestSpark.session()
        .createDataFrame(List.of(RowFactory.create(a, b)), schema)
        .select(columns)
        .head();
  }

  @Test
  void whatAnalystsWriteRuns() {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("upper(b)", "X;Y");
    expected.put("concat(a, '-', b)", "17850.0-x;y");
    expected.put("`a` || b", "17850.0x;y");
    expected.put("regexp_replace(a, '\\\\.0$', '')", "17850");
    expected.put("case when a like '17%' then 'yes' else 'no' end", "yes");
    expected.put("cast(b as int) + 1", null);
    expected.put("cast(a as double) / 2", 8925.0);
    expected.put("coalesce(nullif(b, 'x;y'), a)", "17850.0");
    expected.put("split(b, ';')[1]", "y");
    expected.put("if(b in ('1', 'x;y'), 1, 0)", 1);
    expected.put("substr(a, 1, 2)", "17");
    expected.put("a > 5 and b is not null", true);
    expected.put("a > 17849", true);
    expected.put("substr(b, length('a'), '1')", "x");
    expected.put("date_format(to_date('31.12.2025', 'dd.MM.yyyy'), 'yyyy')", "2025");

    Row row = evaluated("17850.0", "x;y", expected.keySet());

    assertThat(CollectionConverters.asJava(row.toSeq()))
        .containsExactlyElementsOf(expected.values());
  }

  @Test
  void whatCannotBeComputedIsNullAndEndsNoJob() {
    List<String> expressions =
        List.of(
            "cast(a as int)",
            "a * 2",
            "a > 5",
            "cast(b as int) / 0",
            "cast(b as int) % 0",
            "to_date(a)",
            "to_timestamp(a, 'dd.MM.yyyy')",
            "element_at(split(a, ','), 7)",
            "split(a, ',')[7]",
            "cast(b as int) * 2147483647",
            "round(a, 2)",
            "make_date(cast(b as int), 13, 1)");

    Row row = evaluated("no number", "7", expressions);

    assertThat(CollectionConverters.asJava(row.toSeq())).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reflect('java.lang.Runtime', 'getRuntime')",
        "java_method('java.lang.System', 'exit', 0)",
        "try_reflect('java.lang.System', 'getenv')",
        "(select 1)",
        "a in (select b from t)",
        "sum(a) over ()",
        "sum(a)",
        "current_date()",
        "now()",
        "rand()",
        "uuid()",
        "input_file_name()",
        "transform(split(a, ','), x -> x)",
        "count(distinct a)",
        "explode(split(a, ','))",
        "my_schema.my_function(a)",
        "monotonically_increasing_id()"
      })
  void whatIsNotListedIsRefused(String expression) {
    assertThatThrownBy(() -> MappingExpression.parse(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot use the expression '" + expression + "': ");
  }

  @Test
  void aMisspeltFunctionComesWithTheNearest() {
    assertThatThrownBy(() -> MappingExpression.parse("uper(a)"))
        .hasMessageContaining("function uper")
        .hasMessageContaining("did you mean upper?");
  }

  @Test
  void wrongSyntaxArgumentsAndPatternsAreFoundBeforeAnyRowIsRead() {
    assertThatThrownBy(() -> MappingExpression.parse("upper(a"))
        .hasMessageContaining("it is no SQL expression");
    assertThatThrownBy(() -> MappingExpression.parse("substr(a)"))
        .hasMessageContaining("requires [2, 3] parameters");
    assertThatThrownBy(() -> MappingExpression.parse("regexp_replace(a, '(', '')"))
        .hasMessageContaining("'(' is no regular expression");
    assertThatThrownBy(() -> MappingExpression.parse("t.a"))
        .hasMessageContaining("write `t.a` in backticks");
  }

  @Test
  void columnsAreListedInOrderOfAppearance() {
    assertThat(MappingExpression.parse("concat(`Invoice No`, b, `Invoice No`)").columns())
        .containsExactly("Invoice No", "b");
  }
}
