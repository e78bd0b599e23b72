package io.clientele.jobs.schedule.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the inside of {@code {{ }}} and {@code {% %}} into tokens. */
final class Lexer {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<space>\\s+)"
              + "|(?<name>[A-Za-z_]\\w*)"
              + "|(?<float>\\d[\\d_]*(?:\\.\\d+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))"
              + "|(?<integer>\\d[\\d_]*)"
              + "|(?<text>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<operator>\\*\\*|//|==|!=|<=|>=|[-+*/%~<>=.,:|()\\[\\]{}])",
          Pattern.DOTALL);

  private Lexer() {}

  /** The tokens of a template's piece up to {@code close}, which is not part of them. */
  static Lexed until(String source, int start, String close) {
    Matcher matcher = WORD.matcher(source);
    List<Token> tokens = new ArrayList<>();
    int depth = 0;
    int at = start;
    while (at < source.length()) {
      if (depth == 0 && closes(source, at, close)) {
        tokens.add(new Token(Token.Type.OPERATOR, "", at));
        return new Lexed(tokens, at);
      }
      if (!matcher.region(at, source.length()).lookingAt()) {
        throw Position.refused(source, at, "'" + source.charAt(at) + "' does not belong there");
      }
      Token token = token(matcher, at);
      if (token != null) {
        tokens.add(token);
        depth += depthOf(token);
      }
      at = matcher.end();
    }
    throw Position.refused(source, start, "the piece is not closed by " + close);
  }

  private static boolean closes(String source, int at, String close) {
    return source.startsWith(close, at) || source.startsWith("-" + close, at);
  }

  private static int depthOf(Token token) {
    if (token.type() != Token.Type.OPERATOR) {
      return 0;
    }
    return switch (token.text()) {
      case "(", "[", "{" -> 1;
      case ")", "]", "}" -> -1;
      default -> 0;
    };
  }

  private static Token token(Matcher matcher, int at) {
    if (matcher.group("space") != null) {
      return null;
    }
    if (matcher.group("name") != null) {
      return new Token(Token.Type.NAME, matcher.group(), at);
    }
    if (matcher.group("float") != null) {
      return new Token(Token.Type.FLOAT, matcher.group().replace("_", ""), at);
    }
    if (matcher.group("integer") != null) {
      return new Token(Token.Type.INTEGER, matcher.group().replace("_", ""), at);
    }
    if (matcher.group("text") != null) {
      String quoted = matcher.group();
      return new Token(Token.Type.TEXT, unescape(quoted.substring(1, quoted.length() - 1)), at);
    }
    return new Token(Token.Type.OPERATOR, matcher.group(), at);
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n' -> plain.append('\n');
        case 't' -> plain.append('\t');
        case 'r' -> plain.append('\r');
        case '\\', '\'', '"' -> plain.append(escaped);
        default -> plain.append('\\').append(escaped);
      }
    }
    return plain.toString();
  }

  /** The tokens, the last of which is the end, and where the closing mark begins. */
  record Lexed(List<Token> tokens, int end) {}
}
