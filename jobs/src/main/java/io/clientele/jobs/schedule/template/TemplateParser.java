package io.clientele.jobs.schedule.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text, {@code {{ }}}, {@code {# #}} and the statements if, for and raw; others are refused. */
final class TemplateParser {
  private static final Pattern RAW = Pattern.compile("\\{%-?\\s*raw\\s*-?%\\}");
  private static final Pattern END_RAW = Pattern.compile("\\{%-?\\s*endraw\\s*-?%\\}");

  private final String source;
  private int at;
  private boolean stripsNext;

  private TemplateParser(String source) {
    this.source = source;
  }

  /** The pieces of a template; one line end at its very end is dropped, as Jinja does. */
  static List<Node> parse(String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    String source = unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix;
    TemplateParser parser = new TemplateParser(source);
    Body body = parser.body(Set.of());
    return body.nodes();
  }

  /** Pieces up to a statement that ends them; that statement, none at the end of the text. */
  private record Body(List<Node> nodes, String ending, ExpressionParser rest) {}

  private Body body(Set<String> endings) {
    List<Node> nodes = new ArrayList<>();
    while (at < source.length()) {
      int mark = mark();
      text(nodes, source.substring(at, mark), opens(mark, "-"));
      at = mark;
      if (mark == source.length()) {
        break;
      } else if (source.startsWith("{#", mark)) {
        comment();
      } else if (source.startsWith("{{", mark)) {
        nodes.add(new Node.Output(piece("}}").whole()));
      } else if (RAW.matcher(source).region(mark, source.length()).lookingAt()) {
        raw(nodes);
      } else {
        int start = at;
        ExpressionParser statement = piece("%}");
        String word = statement.tokens().name("a statement");
        if (endings.contains(word)) {
          return new Body(nodes, word, statement);
        }
        nodes.add(statement(start, word, statement));
      }
    }
    if (!endings.isEmpty()) {
      throw Position.refused(source, at, "the text ends, expected one of " + sorted(endings));
    }
    return new Body(nodes, "", null);
  }

  private int mark() {
    for (int i = at; i < source.length() - 1; i++) {
      if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return source.length();
  }

  private boolean opens(int mark, String sign) {
    return source.startsWith(sign, mark + 2);
  }

  private void text(List<Node> nodes, String text, boolean stripsEnd) {
    String kept = stripsNext ? text.stripLeading() : text;
    kept = stripsEnd ? kept.stripTrailing() : kept;
    if (!text.isEmpty()) {
      stripsNext = false;
    }
    if (!kept.isEmpty()) {
      nodes.add(new Node.Text(kept));
    }
  }

  private void comment() {
    int end = source.indexOf("#}", at + 2);
    if (end < 0) {
      throw Position.refused(
          source,
          at,
          "{# begins a comment that is not closed; write {% raw %}…{% endraw %} around shell text"
              + " such as ${#name}");
    }
    stripsNext = source.charAt(end - 1) == '-';
    at = end + 2;
  }

  private void raw(List<Node> nodes) {
    Matcher open = RAW.matcher(source).region(at, source.length());
    Matcher close = END_RAW.matcher(source);
    if (!open.lookingAt() || !close.find(open.end())) {
      throw Position.refused(source, at, "{% raw %} is not closed by {% endraw %}");
    }
    stripsNext = open.group().endsWith("-%}");
    text(nodes, source.substring(open.end(), close.start()), close.group().startsWith("{%-"));
    stripsNext = close.group().endsWith("-%}");
    at = close.end();
  }

  /** What stands between the marks; the place is behind them afterwards. */
  private ExpressionParser piece(String close) {
    int start = at + (opens(at, "-") || (opens(at, "+") && close.equals("%}")) ? 3 : 2);
    Lexer.Lexed lexed = Lexer.until(source, start, close);
    stripsNext = source.charAt(lexed.end()) == '-';
    at = lexed.end() + (stripsNext ? 3 : 2);
    return new ExpressionParser(source, lexed.tokens());
  }

  private Node statement(int start, String word, ExpressionParser rest) {
    return switch (word) {
      case "if" -> when(rest);
      case "for" -> loop(rest);
      default ->
          throw Position.refused(
              source,
              start,
              "the statement '" + word + "' is not known; there are if, for and raw");
    };
  }

  private Node when(ExpressionParser first) {
    List<Node.When.Branch> branches = new ArrayList<>();
    ExpressionParser rest = first;
    while (true) {
      Expression condition = rest.whole();
      Body body = body(Set.of("elif", "else", "endif"));
      branches.add(new Node.When.Branch(condition, body.nodes()));
      if (body.ending().equals("elif")) {
        rest = body.rest();
        continue;
      }
      body.rest().tokens().expectEnd();
      List<Node> otherwise = body.ending().equals("else") ? ended(Set.of("endif")) : List.of();
      return new Node.When(branches, otherwise);
    }
  }

  private List<Node> ended(Set<String> ending) {
    Body body = body(ending);
    body.rest().tokens().expectEnd();
    return body.nodes();
  }

  private Node loop(ExpressionParser head) {
    List<String> names = new ArrayList<>();
    do {
      names.add(head.tokens().name("a name"));
    } while (head.tokens().take(","));
    if (!head.tokens().takeName("in")) {
      throw head.tokens().unexpected(head.tokens().peek(), "in");
    }
    Expression list = head.or();
    head.tokens().expectEnd();
    Body body = body(Set.of("else", "endfor"));
    body.rest().tokens().expectEnd();
    List<Node> otherwise = body.ending().equals("else") ? ended(Set.of("endfor")) : List.of();
    return new Node.Loop(names, list, body.nodes(), otherwise);
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", new java.util.TreeSet<>(words));
  }
}
