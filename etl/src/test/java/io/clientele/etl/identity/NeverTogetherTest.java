package io.clientele.etl.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.identity.NeverTogether.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeverTogetherTest {
  private static Pair pair(String left, String right, String rule) {
    return new Pair(left, right, rule);
  }

  @Test
  void theWeakerLinkGivesWay() {
    assertThat(
            NeverTogether.parts(
                List.of(pair("a", "b", "phone"), pair("b", "c", "loyalty_card")),
                List.of(pair("a", "c", "never"))))
        .as("b and c share a card, a and b only a telephone")
        .containsEntry("a", "a")
        .containsEntry("b", "b")
        .containsEntry("c", "b");
  }

  @Test
  void aForbiddenPairIsKeptApartAlsoAcrossOthers() {
    assertThat(
            NeverTogether.parts(
                List.of(
                    pair("a", "b", "email"),
                    pair("c", "d", "email"),
                    pair("b", "c", "email"),
                    pair("a", "d", "phone")),
                List.of(pair("a", "d", "never"))))
        .as("links are taken a-b, b-c, and c-d would bring d to a")
        .containsEntry("a", "a")
        .containsEntry("b", "a")
        .containsEntry("c", "a")
        .containsEntry("d", "d");
  }

  @Test
  void withoutAForbiddenPairAllStayOne() {
    assertThat(
            NeverTogether.parts(
                List.of(pair("b", "c", "email"), pair("a", "b", "phone")), List.of()))
        .containsEntry("a", "a")
        .containsEntry("b", "a")
        .containsEntry("c", "a");
  }
}
