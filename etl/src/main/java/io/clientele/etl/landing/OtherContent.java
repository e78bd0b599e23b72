package io.clientele.etl.landing;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import java.util.Optional;

/**
 * Says what happens to a file that comes again under its name with other content, where that may
 * not be what its sender means: of a correction the corrected lines would count beside the old.
 */
final class OtherContent {
  private static final String SALES_LINE = "sales_line";

  private OtherContent() {}

  /**
   * The note; empty when new content replaces old anyhow.
   *
   * @param before records it had
   * @param now records it has
   */
  static Optional<String> note(EntityDeclaration entity, long before, long now) {
    if (entity.delivery() == Delivery.FULL) {
      return Optional.empty();
    }
    String counts =
        "It came again with other content: %,d records before, %,d now. ".formatted(before, now);
    if (entity.canonical().equals(SALES_LINE) && entity.redelivery() == Redelivery.APPEND) {
      return Optional.of(
          counts
              + "Lines that are not known are added to those of the earlier file, which stay"
              + " (redelivery: append); if it corrects the earlier file, set redelivery:"
              + " replace_order.");
    }
    return now < before
        ? Optional.of(
            counts
                + "What it no longer holds stays (delivery: changes); if a file holds all records,"
                + " set delivery: full.")
        : Optional.empty();
  }
}
