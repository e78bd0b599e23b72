package io.clientele.pipeline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Table files by plain paths. Hadoop's local file system starts a {@code chmod} process and writes
 * a checksum file for every file it makes; a night of small tables makes a thousand.
 */
public final class LocalFiles implements FileIO {
  private static final long serialVersionUID = 1L;

  @Override
  public InputFile newInputFile(String location) {
    return org.apache.iceberg.Files.localInput(plain(location));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    Path file = Path.of(plain(location));
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + location + ": " + e.getMessage(), e);
    }
    return org.apache.iceberg.Files.localOutput(file.toString());
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(Path.of(plain(location)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + location + ": " + e.getMessage(), e);
    }
  }

  private static String plain(String location) {
    return location.startsWith("file:") ? location.replaceFirst("^file:/*", "/") : location;
  }
}
