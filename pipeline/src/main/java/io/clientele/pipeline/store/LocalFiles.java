package io.clientele.pipeline.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.iceberg.hadoop.HadoopOutputFile;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Table files by plain paths. Hadoop's own local file system starts a {@code chmod} process and
 * writes a checksum file for every file it makes; a night of small tables makes a thousand.
 */
public final class LocalFiles implements FileIO {
  private static final long serialVersionUID = 1L;

  @Override
  public InputFile newInputFile(String location) {
    return org.apache.iceberg.Files.localInput(plain(location));
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

  private static String plain(String location) {
    return location.startsWith("file:") ? location.replaceFirst("^file:/*", "/") : location;
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
