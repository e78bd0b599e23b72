package io.clientele.models.crosssell;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.crosssell.basket.NetLines;
import io.clientele.testkit.TestSpark;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetLinesTest {
  private static List<String> stood(String values) {
    return NetLines.of(
            TestSpark.session()
                .sql(
                    "select * from values "
                        + values
                        + " as t(customer, basket, item, at, quantity)"))
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs("basket"))
        .sorted()
        .toList();
  }

  @Test
  void an_order_cancelled_minutes_later_makes_no_basket() {
    assertThat(
            stood(
                "('16446', '581483', '23843', '09:15', 80995), ('16446', 'C581484', '23843',"
                    + " '09:27', -80995), ('16446', '553573', '22980', '08:00', 1)"))
        .containsExactly("553573");
  }

  @Test
  void a_return_takes_the_newest_purchase_before_it() {
    assertThat(
            stood(
                "('a', 'o1', 'x', '1', 2), ('a', 'o2', 'x', '2', 2), ('a', 'r', 'x', '3', -2),"
                    + " ('a', 'o4', 'x', '4', 2)"))
        .containsExactly("o1", "o4");
  }

  @Test
  void a_return_of_a_part_or_of_somebody_else_takes_nothing() {
    assertThat(
            stood(
                "('a', 'o1', 'x', '1', 2), ('a', 'r1', 'x', '2', -1), ('b', 'r2', 'x', '2', -2),"
                    + " (cast(null as string), 'o2', 'x', '1', 3), (null, 'r3', 'x', '2', -3)"))
        .containsExactly("o1", "o2");
  }
}
