package io.clientele.jobs.nightly;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.jobs.spark.Workload;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** How many bytes a night can meet, in the files of its sources and in its warehouse. */
final class DataVolume {
  private static final long MEGABYTE = 1L << 20;

  /** Text of sources up to which a night is small: some hundred thousand lines. */
  private static final long SMALL_SOURCES = 16 * MEGABYTE;

  /** Landed copies, packed tables and what keeps account of them. */
  private static final long SMALL_WAREHOUSE = 96 * MEGABYTE;

  /** Exported text is about a tenth when packed. */
  private static final long UNPACKED = 10;

  private DataVolume() {}

  /** Looks at files until a limit is passed, so that a large project costs no more. */
  static Workload of(OpenProject project) {
    List<Path> sources =
        project.config().sources().stream().map(SourceDeclaration::folder).distinct().toList();
    return of(sources, project.warehouse());
  }

  static Workload of(List<Path> sources, Path warehouse) {
    try {
      boolean isSmall = fits(sources, SMALL_SOURCES) && fits(List.of(warehouse), SMALL_WAREHOUSE);
      return isSmall ? Workload.SMALL : Workload.LARGE;
    } catch (IOException e) {
      return Workload.LARGE; // What cannot be listed now is reported where it is read.
    }
  }

  private static boolean fits(List<Path> folders, long limit) throws IOException {
    Sum sum = new Sum(limit);
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        Files.walkFileTree(folder, sum);
      }
    }
    return sum.fits();
  }

  private static final class Sum extends SimpleFileVisitor<Path> {
    private final long limit;
    private long bytes;

    private Sum(long limit) {
      this.limit = limit;
    }

    private boolean fits() {
      return bytes <= limit;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean isPacked = file.toString().endsWith(".gz");
      bytes += isPacked ? attributes.size() * UNPACKED : attributes.size();
      return fits() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }
}
