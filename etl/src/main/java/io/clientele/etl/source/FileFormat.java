package io.clientele.etl.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How the bytes of a delimited file are read; {@code .gz} is recognised by its first bytes.
 *
 * @param charset UTF-8 (a byte order mark is skipped) or another
 * @param separator between cells
 * @param quote around cells; empty = none
 * @param decimalComma whether numbers are written 1.234,56
 * @param dateFormat java.time pattern of plain date cells; empty = ISO yyyy-MM-dd
 * @param timestampFormat java.time pattern of time cells; empty = ISO, blank or T between
 * @param nullTexts cells that mean empty, beside the empty cell
 */
public record FileFormat(
    Charset charset,
    char separator,
    Optional<Character> quote,
    boolean decimalComma,
    Optional<String> dateFormat,
    Optional<String> timestampFormat,
    List<String> nullTexts) {
  public FileFormat {
    nullTexts = List.copyOf(nullTexts);
  }

  /** Comma, double quotes, UTF-8, decimal point, ISO dates. */
  public static FileFormat standard() {
    return new FileFormat(
        StandardCharsets.UTF_8,
        ',',
        Optional.of('"'),
        false,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same format with other bytes: charset, separator and quote; null = no quote. */
  public FileFormat withBytes(Charset other, char separatedBy, Character quotedBy) {
    return new FileFormat(
        other,
        separatedBy,
        Optional.ofNullable(quotedBy),
        decimalComma,
        dateFormat,
        timestampFormat,
        nullTexts);
  }

  /** The same format with numbers and plain dates written in another way. */
  public FileFormat withNotation(boolean isDecimalComma, Optional<String> datePattern) {
    return new FileFormat(
        charset, separator, quote, isDecimalComma, datePattern, timestampFormat, nullTexts);
  }

  /** The same format with other texts that mean empty. */
  FileFormat withNullTexts(List<String> texts) {
    return new FileFormat(
        charset, separator, quote, decimalComma, dateFormat, timestampFormat, texts);
  }
}
