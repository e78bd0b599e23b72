package io.clientele.etl.landing;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The folder where the files of a source lie. */
final class SourceFolder {
  private static final int ANY_DEPTH = 16;

  private final SourceDeclaration source;

  /** Refuses a folder that is not there. */
  SourceFolder(SourceDeclaration source) {
    if (!Files.isDirectory(source.folder())) {
      throw new IllegalStateException(
          "Cannot extract from source "
              + source.name()
              + ": its folder "
              + source.folder()
              + " is not there; create it, or correct `folder` of the source in clientele.yaml.");
    }
    this.source = source;
  }

  /** Files of the entity, by name. */
  List<Delivery> deliveries(EntityDeclaration entity) {
    Path folder = source.folder();
    PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + entity.filePattern());
    int depth = entity.filePattern().contains("/") ? ANY_DEPTH : 1;
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> pattern.matches(folder.relativize(file)))
          .map(file -> delivery(entity, file))
          .sorted(Comparator.comparing(Delivery::name))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "Cannot list the folder of source " + source.name() + ": " + folder, failed);
    }
  }

  private Delivery delivery(EntityDeclaration entity, Path file) {
    try {
      return new Delivery(
          entity,
          file,
          source.folder().relativize(file).toString().replace('\\', '/'),
          Files.size(file),
          Files.getLastModifiedTime(file).to(TimeUnit.MICROSECONDS),
          entity
              .datePattern()
              .flatMap(pattern -> DeliveryDay.of(file.getFileName().toString(), pattern)));
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot look at file " + file, failed);
    }
  }
}
