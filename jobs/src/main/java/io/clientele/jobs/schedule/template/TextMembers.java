package io.clientele.jobs.schedule.template;

import static io.clientele.jobs.schedule.template.Members.Member.method;
import static io.clientele.jobs.schedule.template.Shape.Type.LIST;
import static io.clientele.jobs.schedule.template.Shape.Type.TEXT;
import static io.clientele.jobs.schedule.template.Shape.Type.TRUTH;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Methods of a text, as Python has them. */
final class TextMembers {
  static final Map<String, Members.Member> ALL =
      Map.ofEntries(
          Map.entry(
              "upper", method(TEXT, (self, none) -> none(self, none).toUpperCase(Locale.ROOT))),
          Map.entry(
              "lower", method(TEXT, (self, none) -> none(self, none).toLowerCase(Locale.ROOT))),
          Map.entry("strip", method(TEXT, (self, given) -> strip(self, given, true, true))),
          Map.entry("lstrip", method(TEXT, (self, given) -> strip(self, given, true, false))),
          Map.entry("rstrip", method(TEXT, (self, given) -> strip(self, given, false, true))),
          Map.entry("replace", method(TEXT, TextMembers::replace)),
          Map.entry("split", method(LIST, TextMembers::split)),
          Map.entry("join", method(TEXT, TextMembers::join)),
          Map.entry("zfill", method(TEXT, TextMembers::zfill)),
          Map.entry(
              "startswith",
              method(TRUTH, (self, given) -> ((String) self).startsWith(text(given, "prefix")))),
          Map.entry(
              "endswith",
              method(TRUTH, (self, given) -> ((String) self).endsWith(text(given, "suffix")))));

  private TextMembers() {}

  private static String none(Object self, Arguments given) {
    given.all();
    return (String) self;
  }

  private static String text(Arguments given, String parameter) {
    return PythonValues.string(given.all(parameter).get(0));
  }

  private static String strip(Object self, Arguments given, boolean left, boolean right) {
    Object chars = Arguments.Missing.or(given.bind("chars").get(0), null);
    String set = chars == null ? " \t\n\r\f\u000b" : PythonValues.string(chars);
    String text = (String) self;
    int start = 0;
    int end = text.length();
    while (left && start < end && set.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (right && end > start && set.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  private static String replace(Object self, Arguments given) {
    List<Object> values = given.all("old", "new");
    return ((String) self)
        .replace(PythonValues.string(values.get(0)), PythonValues.string(values.get(1)));
  }

  private static List<Object> split(Object self, Arguments given) {
    Object separator = Arguments.Missing.or(given.bind("sep").get(0), null);
    String text = (String) self;
    if (separator == null) {
      return text.isBlank() ? List.of() : List.of((Object[]) text.strip().split("\\s+"));
    }
    String mark = PythonValues.string(separator);
    if (mark.isEmpty()) {
      throw TemplateException.operation("split() needs a separator that is not empty");
    }
    List<Object> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
      parts.add(text.substring(from, at));
      from = at + mark.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static String join(Object self, Arguments given) {
    return PythonValues.list(given.all("iterable").get(0)).stream()
        .map(PythonValues::string)
        .collect(Collectors.joining((String) self));
  }

  private static String zfill(Object self, Arguments given) {
    String text = (String) self;
    long width = PythonValues.integer(given.all("width").get(0));
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String sign = signed ? text.substring(0, 1) : "";
    String zeros = "0".repeat((int) Math.max(0, width - text.length()));
    return sign + zeros + text.substring(sign.length());
  }
}
