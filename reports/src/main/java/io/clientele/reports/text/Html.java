package io.clientele.reports.text;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of HTML. Whatever is put into a template is escaped, unless it is a piece of HTML itself:
 * text from data cannot become markup.
 *
 * @param markup well-formed, escaped
 */
public record Html(String markup) {
  public static final Html NOTHING = new Html("");

  /**
   * Fills a template that is written in code.
   *
   * @param template markup with {@code {}} where a part goes
   * @param parts texts, numbers, pieces of HTML or collections of them, in order
   */
  public static Html html(String template, Object... parts) {
    StringBuilder out = new StringBuilder();
    int part = 0;
    int start = 0;
    for (int hole = template.indexOf("{}"); hole >= 0; hole = template.indexOf("{}", start)) {
      out.append(template, start, hole);
      if (part < parts.length) {
        out.append(markupOf(parts[part]));
      }
      part++;
      start = hole + 2;
    }
    if (part != parts.length) {
      throw new IllegalArgumentException(
          "Cannot fill the template: it has %d holes for %d parts; make them equal."
              .formatted(part, parts.length));
    }
    return new Html(out.append(template.substring(start)).toString());
  }

  /** Pieces one after the other. */
  public static Html join(Collection<Html> pieces) {
    return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining("\n")));
  }

  private static String markupOf(Object part) {
    if (part instanceof Html piece) {
      return piece.markup;
    }
    if (part instanceof Collection<?> many) {
      return many.stream().map(Html::markupOf).collect(Collectors.joining("\n"));
    }
    return escape(PlainText.of(part));
  }

  /** Text that is safe between tags and in a quoted attribute. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isPrintable(c) ? c : ' ');
              }
            });
    return out.toString();
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' || c == '\n' || c == '\t';
  }
}
