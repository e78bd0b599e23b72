package io.clientele.etl.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A landed copy and what every row of it inherits.
 *
 * @param batchId landing batch
 * @param path absolute path of the copy
 * @param bytes its size
 * @param effectiveMicros business time of the delivery, microseconds since 1970 UTC
 * @param arrivedMicros when it was landed, microseconds since 1970 UTC
 * @param isHistory whether its rows count as known on their business day
 */
public record LandedFile(
    String batchId,
    String path,
    long bytes,
    long effectiveMicros,
    long arrivedMicros,
    boolean isHistory)
    implements Serializable {
  private static final int BUFFER = 1 << 16;

  /** The uncompressed bytes of a file; gzip is recognised by its first two bytes. */
  public static InputStream open(Path file) throws IOException {
    return uncompressed(Files.newInputStream(file));
  }

  /** The uncompressed bytes of a stream; gzip is recognised by its first two bytes. */
  public static InputStream uncompressed(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return first == 0x1F && second == 0x8B ? new GZIPInputStream(in, BUFFER) : in;
  }
}
