package io.clientele.jobs.init.profile;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files, packed with gzip or not, by their first bytes. */
final class TextInput {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BUFFER_BYTES = 1 << 16;

  private TextInput() {}

  /** The unpacked bytes. */
  static InputStream bytes(Path file) throws IOException {
    BufferedInputStream buffered =
        new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
    buffered.mark(2);
    boolean isGzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return isGzip ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
  }

  /** The first unpacked bytes, at most so many. */
  static byte[] head(Path file, int most) throws IOException {
    try (InputStream in = bytes(file)) {
      return in.readNBytes(most);
    }
  }

  /** The text; bytes that the character set does not know raise a CharacterCodingException. */
  static Reader text(Path file, Charset charset) throws IOException {
    Reader reader =
        new InputStreamReader(
            bytes(file),
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    BufferedReader buffered = new BufferedReader(reader, BUFFER_BYTES);
    buffered.mark(1);
    if (buffered.read() != BYTE_ORDER_MARK) {
      buffered.reset();
    }
    return buffered;
  }
}
