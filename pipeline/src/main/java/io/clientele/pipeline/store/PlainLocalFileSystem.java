package io.clientele.pipeline.store;

import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** Hadoop's local files without checksum files, and without a {@code chmod} process a file. */
final class PlainLocalFileSystem extends RawLocalFileSystem {
  /** New files have the rights that the process gives them. */
  @Override
  public void setPermission(Path file, FsPermission permission) {}
}
