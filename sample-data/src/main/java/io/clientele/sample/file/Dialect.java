package io.clientele.sample.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** How a system writes its files. */
public record Dialect(Charset charset, char separator, String lineEnd, char decimal) {
  public static final Dialect WEBSHOP = new Dialect(StandardCharsets.UTF_8, ',', "\n", '.');

  /** Standard software of German make: semicolon, UTF-8, decimal comma. */
  public static final Dialect OFFICE = new Dialect(StandardCharsets.UTF_8, ';', "\n", ',');

  /** Programs in the net. */
  public static final Dialect PLAIN = WEBSHOP;

  public static final Dialect TILLS =
      new Dialect(Charset.forName("windows-1252"), ';', "\r\n", ',');

  CSVFormat csv() {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setRecordSeparator(lineEnd)
        .setQuoteMode(QuoteMode.MINIMAL)
        .get();
  }

  /** Cents as a number with two decimals. */
  public String money(long cents) {
    long whole = Math.abs(cents);
    String minus = cents < 0 ? "-" : "";
    return minus
        + whole / 100
        + decimal
        + (char) ('0' + whole / 10 % 10)
        + (char) ('0' + whole % 10);
  }
}
