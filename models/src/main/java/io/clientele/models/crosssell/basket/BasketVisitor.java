package io.clientele.models.crosssell.basket;

/** Sees one basket after another. */
@FunctionalInterface
public interface BasketVisitor {
  /**
   * A basket.
   *
   * @param numbers array that holds it
   * @param start where its item numbers start, ascending
   * @param size how many they are
   */
  void visit(int[] numbers, int start, int size);
}
