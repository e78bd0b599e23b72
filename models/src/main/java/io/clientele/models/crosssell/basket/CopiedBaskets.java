package io.clientele.models.crosssell.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The baskets as arrays of their own. */
final class CopiedBaskets implements VisitorFactory.Collecting<int[]> {
  private final List<int[]> copies = new ArrayList<>();

  @Override
  public void visit(int[] numbers, int start, int size) {
    copies.add(Arrays.copyOfRange(numbers, start, start + size));
  }

  @Override
  public List<int[]> ready() {
    List<int[]> ready = List.copyOf(copies);
    copies.clear();
    return ready;
  }

  @Override
  public List<int[]> rest() {
    return ready();
  }
}
