package io.clientele.jobs.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a folder equal to another one; a file of the same size and time is not copied again. */
final class FolderMirror {
  private final Path source;
  private final Path target;
  private final Predicate<Path> isLeftOut;
  private final Set<Path> present = new HashSet<>();
  private long copied;
  private long bytes;

  /**
   * @param isLeftOut asked for each file and folder of the source
   */
  FolderMirror(Path source, Path target, Predicate<Path> isLeftOut) {
    this.source = source;
    this.target = target;
    this.isLeftOut = isLeftOut;
  }

  /**
   * What was done.
   *
   * @param files in the copy
   * @param copied of them new or changed
   * @param bytes that were copied
   */
  record Outcome(long files, long copied, long bytes) {}

  Outcome run() throws IOException {
    Files.createDirectories(target);
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (isLeftOut.test(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            present.add(there(folder));
            Files.createDirectories(there(folder));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isLeftOut.test(file)) {
              present.add(there(file));
              copy(file, attributes);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    long files = present.stream().filter(Files::isRegularFile).count();
    deleteOthers();
    return new Outcome(files, copied, bytes);
  }

  private Path there(Path path) {
    return target.resolve(source.relativize(path).toString());
  }

  private void copy(Path file, BasicFileAttributes attributes) throws IOException {
    Path copy = there(file);
    boolean isThere =
        Files.isRegularFile(copy)
            && Files.size(copy) == attributes.size()
            && millis(Files.getLastModifiedTime(copy)) == millis(attributes.lastModifiedTime());
    if (!isThere) {
      Path half = copy.resolveSibling(copy.getFileName() + ".part");
      Files.copy(
          file, half, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      copied++;
      bytes += attributes.size();
    }
  }

  /** A copied time may lose its nanoseconds. */
  private static long millis(FileTime time) {
    return time.toMillis();
  }

  private void deleteOthers() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        if (!present.contains(path)) {
          Files.delete(path);
        }
      }
    }
  }
}
