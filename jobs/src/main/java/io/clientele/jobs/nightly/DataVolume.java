package io.clientele.jobs.nightly;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.jobs.spark.Workload;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** How many bytes a night can meet: what sources hold and what the warehouse holds. */
final class DataVolume {
  /** Above it a session is prepared for large data. Files of sources are text, tables packed. */
  private static final long SMALL_BYTES = 48L << 20;

  private long bytes;

  private DataVolume() {}

  /** Looks at files until the limit is passed, so that a large project costs no more. */
  static Workload of(OpenProject project) {
    DataVolume volume = new DataVolume();
    try {
      for (SourceDeclaration source : project.config().sources()) {
        volume.add(source.folder());
      }
      volume.add(project.warehouse());
    } catch (IOException e) {
      return Workload.LARGE; // What cannot be listed now is reported where it is read.
    }
    return volume.isSmall() ? Workload.SMALL : Workload.LARGE;
  }

  private boolean isSmall() {
    return bytes <= SMALL_BYTES;
  }

  private void add(Path folder) throws IOException {
    if (Files.isDirectory(folder) && isSmall()) {
      Files.walkFileTree(folder, new Adding());
    }
  }

  private final class Adding extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      return isSmall() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }
}
