package io.clientele.etl.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Bytes of cells to text: strictly for values, leniently for what is only shown. */
final class CellText {
  private final Charset charset;
  private final CharsetDecoder strict;
  private final Set<String> nullTexts;

  CellText(FileFormat format) {
    this.charset = format.charset();
    this.strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.nullTexts = Set.copyOf(format.nullTexts());
  }

  boolean isDecodable(byte[] bytes) {
    try {
      strict.reset().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  /** The value of a cell whose record is decodable; null when it means empty. */
  String cell(String bytesAsCharacters, boolean isAscii) {
    if (bytesAsCharacters.isEmpty()) {
      return null;
    }
    String value = isAscii ? bytesAsCharacters : lenient(bytesAsCharacters);
    return nullTexts.contains(value) ? null : value;
  }

  /** At most {@link DelimitedRecord#TEXT_LIMIT} characters, to be shown. */
  String shown(byte[] bytes) {
    String all = new String(bytes, charset);
    return all.length() <= DelimitedRecord.TEXT_LIMIT
        ? all
        : all.substring(0, DelimitedRecord.TEXT_LIMIT);
  }

  /** Text with replacement characters where bytes are no characters. */
  String lenient(String bytesAsCharacters) {
    return new String(bytesAsCharacters.getBytes(StandardCharsets.ISO_8859_1), charset);
  }
}
