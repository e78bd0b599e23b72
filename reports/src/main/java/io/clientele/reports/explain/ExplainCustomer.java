package io.clientele.reports.explain;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.warehouse.publication.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One customer from the lists back to the delivered files: records and links, versions, sales with
 * their source rows, purchase days, features, scores with reasons, place on the list. On a terminal
 * long values are shortened in their middle; elsewhere nothing is cut.
 */
public final class ExplainCustomer {
  private ExplainCustomer() {}

  /**
   * @throws IllegalArgumentException when nobody or more than one customer is meant
   */
  public static void write(PublishedWarehouse warehouse, ExplainOptions options, Appendable out) {
    String customerId = new FindCustomer(warehouse).idOf(options.customer().strip());
    Publication publication = warehouse.publication();
    CustomerPage page = new CustomerPage(warehouse, customerId, options.terminalWidth(), out);
    try {
      out.append(
          "Customer %s as of %s, publication %d%n"
              .formatted(customerId, publication.asOf(), publication.id())
              .replace("\r\n", "\n"));
      new CustomerSections(page, options).writeAll();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the explanation: " + e.getMessage() + "; name another file.", e);
    }
  }
}
