package io.clientele.jobs.config;

import io.clientele.etl.source.FileFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@code format}: of an entity, else of its source, else the default, key by key. */
final class FormatReader {
  private final Section ofSource;
  private final Section ofEntity;

  FormatReader(Section ofSource, Section ofEntity) {
    this.ofSource = ofSource;
    this.ofEntity = ofEntity;
  }

  FileFormat read() {
    return new FileFormat(
        charset(),
        separator(),
        quote(),
        isDecimalComma(),
        pattern("date_format"),
        pattern("timestamp_format"),
        nullTexts());
  }

  private Section at(String key) {
    return ofEntity.has(key) && !ofEntity.text(key).isBlank() ? ofEntity : ofSource;
  }

  private Charset charset() {
    Section section = at("charset");
    String name = section.text("charset");
    Optional<Charset> charset = KnownNames.charset(name);
    if (charset.isEmpty()) {
      section.expected(
          "charset",
          "one of " + KnownNames.charsets(),
          "did you mean " + KnownNames.nearestCharset(name) + "?");
    }
    return charset.orElse(StandardCharsets.UTF_8);
  }

  private char separator() {
    Section section = rawAt("separator");
    String text = section.text("separator");
    if (text.toLowerCase(Locale.ROOT).equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1 || "\r\n\"".contains(text)) {
      section.expected(
          "separator", "one character, or tab", "write for example `separator: \";\"`");
      return ',';
    }
    return text.charAt(0);
  }

  private Optional<Character> quote() {
    Section section = ofEntity.has("quote") ? ofEntity : ofSource;
    String text = section.text("quote");
    if (text.length() > 1) {
      section.expected("quote", "one character, or nothing", "write for example `quote: \"'\"`");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.charAt(0));
  }

  private boolean isDecimalComma() {
    Section section = at("decimal");
    String text = section.text("decimal");
    if (!text.equals(".") && !text.equals(",")) {
      section.expected("decimal", "\".\" or \",\"", "write one of the two, in quotes");
    }
    return text.equals(",");
  }

  private Optional<String> pattern(String key) {
    Section section = at(key);
    Optional<String> pattern = section.optionalText(key);
    if (pattern.isPresent() && !KnownNames.isTimePattern(pattern.get())) {
      section.expected(
          key, "a pattern such as dd.MM.yyyy HH:mm:ss", "use y M d H m s and quote other letters");
      return Optional.empty();
    }
    return pattern;
  }

  private List<String> nullTexts() {
    return (ofEntity.has("null_texts") ? ofEntity : ofSource).texts("null_texts");
  }

  private Section rawAt(String key) {
    return ofEntity.has(key) && !ofEntity.text(key).isEmpty() ? ofEntity : ofSource;
  }
}
