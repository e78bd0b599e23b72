package io.clientele.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.models.churn.judge.InputColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellTypesTest {
  private static InputColumn typed(String... cells) {
    return new CellTypes(false).typed("c", cells);
  }

  @Test
  void numbersMayHaveBlanksInManySpellings() {
    InputColumn column = typed("29.85", null, "1,889.50", "NA", "-3", "?");
    assertThat(column.kind()).isEqualTo(InputColumn.Kind.NUMBER);
    assertThat(column.values())
        .containsExactly(29.85, Double.NaN, 1889.5, Double.NaN, -3, Double.NaN);
    assertThat(new CellTypes(true).typed("c", new String[] {"1.889,50", "2", "3"}).values())
        .containsExactly(1889.5, 2, 3);
  }

  @Test
  void codesWithLeadingZerosAndTwoValuesAreLevels() {
    assertThat(typed("00815", "10115", "20095").kind()).isEqualTo(InputColumn.Kind.CATEGORY);
    InputColumn flag = typed("0", "1", "0", null);
    assertThat(flag.levels()).containsExactly("0", "1");
    assertThat(flag.values()).containsExactly(0, 1, 0, Double.NaN);
  }

  @Test
  void datesAreDays() {
    InputColumn column = typed("24.12.2025", null, "25.12.2025", "31.01.2026");
    assertThat(column.kind()).isEqualTo(InputColumn.Kind.DATE);
    assertThat(column.values()[2] - column.values()[0]).isEqualTo(1);
    assertThat(column.values()[1]).isNaN();
  }

  @Test
  void namesConstantsAndRowNumbersTeachNothing() {
    String[] names = IntStream.range(0, 200).mapToObj(i -> "x" + i).toArray(String[]::new);
    String[] numbers = IntStream.range(0, 200).mapToObj(i -> "" + i).toArray(String[]::new);
    String[] same = new String[200];
    Arrays.fill(same, "7");
    CellTypes types = new CellTypes(false);
    assertThat(CellTypes.useless(types.typed("c", names)).orElseThrow()).startsWith("a name");
    assertThat(CellTypes.useless(types.typed("c", numbers))).contains("a row number");
    assertThat(CellTypes.useless(types.typed("c", same))).contains("the same in every row");
    assertThat(CellTypes.useless(typed("1", "2", "5", "7"))).isEmpty();
  }

  private static CellTable table(String... outcomes) {
    List<String[]> cells =
        Arrays.stream(outcomes).map(outcome -> new String[] {"a", outcome}).toList();
    return new CellTable(List.of("name", "Churn"), cells, outcomes.length);
  }

  @Test
  void theOutcomeIsYesOrTheRarerOrAsSaid() {
    assertThat(LabelChoice.of(table("No", "Yes", "Yes"), "churn").inWords()).isEqualTo("Churn=Yes");
    assertThat(LabelChoice.of(table("good", "good", "bad"), "Churn").value()).isEqualTo("bad");
    assertThat(LabelChoice.of(table("a", "b", "c"), "Churn=C").value()).isEqualTo("c");
  }

  @Test
  void anUnclearOutcomeIsRefusedWithItsValues() {
    assertThatThrownBy(() -> LabelChoice.of(table("a", "b", "c"), "Churn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it has 3 values, an outcome has two; its values are a, b, c");
    assertThatThrownBy(() -> LabelChoice.of(table("a", "b"), "Churn=x"))
        .hasMessageContaining("no row has that value");
    assertThatThrownBy(() -> LabelChoice.of(table("a", "b"), "Chrun"))
        .hasMessageContaining("its columns are name, Churn; did you mean Churn?");
  }
}
