package io.clientele.models.crosssell.basket;

import java.io.Serializable;
import java.util.List;

/**
 * Starts the work on one partition of baskets.
 *
 * @param <T> what the work yields
 */
@FunctionalInterface
public interface VisitorFactory<T> extends Serializable {
  Collecting<T> start();

  /**
   * Sees all baskets of a partition and tells as it goes, so that little is held.
   *
   * @param <T> what it tells
   */
  interface Collecting<T> extends BasketVisitor {
    /** Asked after every block: what is ready. */
    default List<T> ready() {
      return List.of();
    }

    /** Asked once, after the last block: the rest. */
    List<T> rest();
  }
}
