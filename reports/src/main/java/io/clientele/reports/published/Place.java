package io.clientele.reports.published;

import io.clientele.warehouse.publication.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a warehouse still lies where it was published. */
final class Place {
  private Place() {}

  /** Position deletes hold absolute paths: in another place rows that are gone would come back. */
  static void check(Path folder, Publication publication) {
    if (!isSame(folder, Path.of(publication.warehousePath()))) {
      throw new IllegalStateException(
          "Cannot read the warehouse in %s: it was published in %s and moved since; move it back or run clientele relocate."
              .formatted(folder.toAbsolutePath(), publication.warehousePath()));
    }
  }

  private static boolean isSame(Path folder, Path published) {
    try {
      return Files.isSameFile(folder, published);
    } catch (IOException e) {
      return false;
    }
  }
}
