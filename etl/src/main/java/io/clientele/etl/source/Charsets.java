package io.clientele.etl.source;

import io.clientele.warehouse.Warehouse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/** The charsets that files may have: those in which an ASCII byte is always an ASCII character. */
public final class Charsets {
  /** Names that a configuration may give. */
  public static final List<String> KNOWN =
      List.of(
          "UTF-8",
          "windows-1252",
          "ISO-8859-1",
          "ISO-8859-15",
          "US-ASCII",
          "windows-1250",
          "windows-1251",
          "ISO-8859-2");

  private Charsets() {}

  /** The charset of that name, or an error that names the known ones and the nearest. */
  public static Charset named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    plain = plain.equals("utf-8-bom") || plain.equals("utf8") ? "utf-8" : plain;
    plain = plain.equals("cp1252") ? "windows-1252" : plain;
    for (String known : KNOWN) {
      if (known.toLowerCase(Locale.ROOT).equals(plain)) {
        return Charset.forName(known);
      }
    }
    throw new IllegalArgumentException(
        "Cannot read files in charset '"
            + name
            + "': it is none of "
            + String.join(", ", KNOWN)
            + "; did you mean "
            + Warehouse.nearest(name, KNOWN)
            + "?");
  }

  /** Whether its separators, quotes and line ends can be found before characters are decoded. */
  public static boolean isSupported(Charset charset) {
    return KNOWN.contains(charset.name());
  }
}
