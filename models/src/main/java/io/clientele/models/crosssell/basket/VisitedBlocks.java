package io.clientele.models.crosssell.basket;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** What a visitor tells of the blocks of a partition, one block at a time. */
final class VisitedBlocks<T> implements Iterator<T> {
  private final Iterator<byte[]> blocks;
  private final DaySpan period;
  private final VisitorFactory.Collecting<T> visitor;
  private Iterator<T> told = List.<T>of().iterator();
  private boolean isDone;

  VisitedBlocks(Iterator<byte[]> blocks, DaySpan period, VisitorFactory.Collecting<T> visitor) {
    this.blocks = blocks;
    this.period = period;
    this.visitor = visitor;
  }

  @Override
  public boolean hasNext() {
    while (!told.hasNext() && !isDone) {
      if (blocks.hasNext()) {
        BasketBlock.forEach(blocks.next(), period, visitor);
        told = visitor.ready().iterator();
      } else {
        told = visitor.rest().iterator();
        isDone = true;
      }
    }
    return told.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no block is left");
    }
    return told.next();
  }
}
