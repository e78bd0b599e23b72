package io.clientele.pipeline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.iceberg.hadoop.HadoopOutputFile;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * Table files by plain paths. Hadoop's own local file system starts a {@code chmod} process and
 * writes a checksum file for every file it makes; a night of small tables makes a thousand.
 */
public final class LocalFiles implements FileIO {
  private static final long serialVersionUID = 2L;

  /** Catalog property: where a warehouse stood that is found elsewhere now. */
  static final String STOOD_AT = "clientele.stood-at";

  /** Catalog property: where it is found. */
  static final String IS_AT = "clientele.is-at";

  private String stoodAt = "";
  private String isAt = "";

  @Override
  public void initialize(Map<String, String> properties) {
    stoodAt = properties.getOrDefault(STOOD_AT, "");
    isAt = properties.getOrDefault(IS_AT, "");
  }

  @Override
  public InputFile newInputFile(String location) {
    String named = withoutScheme(location);
    String path = plain(location);
    InputFile file = org.apache.iceberg.Files.localInput(path);
    return path.equals(named) ? file : new Named(file, named);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(plain(location));
    return HadoopOutputFile.fromPath(path, Hadoop.FILES, Hadoop.CONFIGURATION);
  }

  @Override
  public void deleteFile(String location) {
    try {
      Files.deleteIfExists(Path.of(plain(location)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + location + ": " + e.getMessage(), e);
    }
  }

  private static String withoutScheme(String location) {
    return location.startsWith("file:") ? location.replaceFirst("^file:/*", "/") : location;
  }

  private String plain(String location) {
    String path = withoutScheme(location);
    return isBelow(path, stoodAt) && !isBelow(path, isAt)
        ? isAt + path.substring(stoodAt.length())
        : path;
  }

  /** A file that is known by another path than it is read from. */
  private record Named(InputFile file, String location) implements InputFile {
    @Override
    public long getLength() {
      return file.getLength();
    }

    @Override
    public SeekableInputStream newStream() {
      return file.newStream();
    }

    @Override
    public boolean exists() {
      return file.exists();
    }
  }

  private static boolean isBelow(String path, String folder) {
    return !folder.isEmpty() && path.startsWith(folder + "/");
  }

  /**
   * One a process: Iceberg's Parquet writer reads Hadoop's settings anew for any other file. It
   * opens the file system anew by these settings, so they name ours, and not the cached one that
   * Spark may have opened before.
   */
  private static final class Hadoop {
    private static final Configuration CONFIGURATION = settings();
    private static final FileSystem FILES = open();

    private static Configuration settings() {
      Configuration settings = new Configuration();
      settings.setClass("fs.file.impl", PlainLocalFileSystem.class, FileSystem.class);
      settings.setBoolean("fs.file.impl.disable.cache", true);
      return settings;
    }

    private static FileSystem open() {
      try {
        FileSystem files = new PlainLocalFileSystem();
        files.initialize(URI.create("file:///"), CONFIGURATION);
        return files;
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot open the local file system.", e);
      }
    }
  }
}
