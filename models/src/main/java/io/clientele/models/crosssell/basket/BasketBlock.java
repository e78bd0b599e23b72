package io.clientele.models.crosssell.basket;

/**
 * Many baskets as one row of bytes: per basket its day, the number of its items, and their numbers
 * ascending. A row a basket would cost Spark more than the mining.
 */
final class BasketBlock {
  /** Numbers after which a block is closed: one megabyte. */
  static final int FULL = 1 << 18;

  private BasketBlock() {}

  static void add(IntList block, int day, int[] sortedItems) {
    block.add(day);
    block.add(sortedItems.length);
    block.addAll(sortedItems, sortedItems.length);
  }

  static void forEach(byte[] bytes, DaySpan period, BasketVisitor visitor) {
    int[] block = IntList.of(bytes);
    for (int at = 0; at < block.length; at += 2 + block[at + 1]) {
      if (period.contains(block[at]) || period.equals(DaySpan.ALL)) {
        visitor.visit(block, at + 2, block[at + 1]);
      }
    }
  }
}
