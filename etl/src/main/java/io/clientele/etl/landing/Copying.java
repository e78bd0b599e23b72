package io.clientele.etl.landing;

import io.clientele.etl.source.FileFormat;
import io.clientele.etl.source.LandedFile;
import io.clientele.etl.source.RecordCounter;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipException;

/** Copies a delivery while hashing it and counting its records, in one pass over its bytes. */
final class Copying {
  private static final int CHUNK = 1 << 16;
  private static final int PEEKED = 8192;

  private Copying() {}

  /** Copies; the copy is on the disk when this returns. */
  static LandedCopy copy(Path from, Path to, FileFormat format) throws IOException {
    try (FileChannel target =
            FileChannel.open(
                to,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        Tee tee = new Tee(Files.newInputStream(from), target)) {
      Content content = new Content(tee, format);
      LandedCopy copy = content.examined();
      target.force(true);
      return copy;
    }
  }

  /** The bytes that are copied, seen as a delimited file. */
  private static final class Content {
    private final Tee tee;
    private final FileFormat format;

    Content(Tee tee, FileFormat format) {
      this.tee = tee;
      this.format = format;
    }

    LandedCopy examined() throws IOException {
      Optional<String> defect = Optional.empty();
      long count = -1;
      try {
        InputStream text = new BufferedInputStream(LandedFile.uncompressed(tee), CHUNK);
        text.mark(PEEKED);
        byte[] start = text.readNBytes(PEEKED);
        text.reset();
        defect = BinaryContent.of(start);
        count = defect.isPresent() ? -1 : RecordCounter.count(text, format);
      } catch (ZipException | EOFException damaged) {
        defect =
            Optional.of(
                "its gzip stream is damaged (" + damaged.getMessage() + "); deliver it again");
      }
      tee.drain();
      return new LandedCopy(tee.hash(), tee.isCompressed(), count, defect);
    }
  }

  /** Hands on what it reads, and writes and hashes it on the way. */
  private static final class Tee extends FilterInputStream {
    private final FileChannel target;
    private final MessageDigest digest = sha256();
    private final byte[] start = new byte[2];
    private long bytes;

    Tee(InputStream in, FileChannel target) {
      super(in);
      this.target = target;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      if (read > 0) {
        for (int i = 0; i < read && bytes + i < start.length; i++) {
          start[(int) bytes + i] = into[offset + i];
        }
        bytes += read;
        digest.update(into, offset, read);
        ByteBuffer rest = ByteBuffer.wrap(into, offset, read);
        while (rest.hasRemaining()) {
          target.write(rest);
        }
      }
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      byte[] skipped = new byte[(int) Math.min(CHUNK, count)];
      return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    void drain() throws IOException {
      byte[] rest = new byte[CHUNK];
      while (read(rest, 0, rest.length) >= 0) {
        continue;
      }
    }

    boolean isCompressed() {
      return (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    String hash() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
