package io.clientele.jobs.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Some keys of the file with their lines, beside the same section of {@code defaults.yaml}. Reading
 * a wrong value notes a problem and answers the default, so that one pass finds every problem.
 */
final class Section {
  /** Marks what {@code init} could not guess. */
  static final String FILL_IN = "FILL_IN";

  private static final Pattern SUBSTITUTION =
      Pattern.compile("\\$\\{(file:|[A-Za-z_][A-Za-z0-9_]*\\})");

  private final Problems problems;
  private final String path;
  private final int line;
  private final Map<String, NodeTuple> entries;
  private final Optional<Section> defaults;

  private Section(
      Problems problems,
      String path,
      int line,
      Map<String, NodeTuple> entries,
      Optional<Section> defaults) {
    this.problems = problems;
    this.path = path;
    this.line = line;
    this.entries = entries;
    this.defaults = defaults;
  }

  /** A whole document; without defaults it is the defaults themselves. */
  static Section root(Optional<Node> document, Optional<Section> defaults, Problems problems) {
    return of(document, "", 1, defaults, problems);
  }

  private static Section of(
      Optional<Node> node, String path, int line, Optional<Section> defaults, Problems problems) {
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    node.filter(each -> !isNull(each))
        .ifPresent(
            each -> {
              if (each instanceof MappingNode mapping) {
                mapping.getValue().forEach(tuple -> enter(entries, tuple, path, problems));
              } else {
                String name = path.isEmpty() ? "the file" : path;
                problems.add(
                    lineOf(each),
                    name + " is " + shown(each) + ", expected keys with values",
                    "write each as `key: value` on a line of its own below it");
              }
            });
    return new Section(problems, path, line, entries, defaults);
  }

  private static void enter(
      Map<String, NodeTuple> entries, NodeTuple tuple, String path, Problems problems) {
    String key = shown(tuple.getKeyNode());
    NodeTuple first = entries.putIfAbsent(key, tuple);
    if (first != null) {
      problems.add(
          lineOf(tuple.getKeyNode()),
          "key " + join(path, key) + " stands twice, first at line " + lineOf(first.getKeyNode()),
          "remove one of them");
    }
  }

  /** Refuses keys that the section of the defaults does not have. */
  Section onlyKnownKeys() {
    Set<String> known = defaults.orElseThrow().entries.keySet();
    for (String key : entries.keySet()) {
      if (!known.contains(key) || key.equals("*")) {
        List<String> names = known.stream().filter(each -> !each.equals("*")).toList();
        problem(
            key,
            "key " + join(path, key) + " is unknown",
            "did you mean " + KnownNames.nearest(key, names) + "?");
      }
    }
    return this;
  }

  String path() {
    return path;
  }

  Set<String> keys() {
    return entries.keySet();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Line of the key, from 1; of the section when the key is not there. */
  int line(String key) {
    return has(key) ? lineOf(entries.get(key).getKeyNode()) : line;
  }

  /** Notes a problem at the key's line. */
  void problem(String key, String reason, String nextMove) {
    problems.add(line(key), reason, nextMove);
  }

  /** The text of a key; numbers and truth values count as text. Empty = not set. */
  String text(String key) {
    String text = rawText(key);
    if (SUBSTITUTION.matcher(text).find()) {
      problem(
          key,
          join(path, key) + " is '" + text + "': ${...} is for addresses, users and passwords only",
          "write the value itself");
    }
    return text;
  }

  /** As {@link #text}, with {@code ${...}} left as it stands. */
  String rawText(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty() || !(node.get() instanceof ScalarNode scalar)) {
      node.ifPresent(any -> expected(key, "one text", "write it on one line"));
      return defaults.filter(each -> each.has(key)).map(each -> each.rawText(key)).orElse("");
    }
    if (scalar.getValue().strip().equals(FILL_IN)) {
      problem(
          key,
          join(path, key) + " still has to be filled in",
          "write what the comment above it asks for in place of " + FILL_IN);
    }
    return scalar.getValue();
  }

  Optional<String> optionalText(String key) {
    return Optional.of(text(key)).filter(text -> !text.isBlank());
  }

  /** The text of a key that must be there. */
  String required(String key, String nextMove) {
    String text = text(key);
    if (text.isBlank()) {
      problem(key, join(path, key) + " is missing", nextMove);
    }
    return text;
  }

  int integer(String key, int least, int most) {
    String text = text(key);
    try {
      int value = Integer.parseInt(text.strip());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      // said below, like a number out of range
    }
    int fallback = Integer.parseInt(defaults.orElseThrow().rawText(key));
    expected(
        key,
        "a whole number from " + least + " to " + most,
        "write for example `" + key + ": " + fallback + "`");
    return fallback;
  }

  boolean truth(String key) {
    String text = text(key);
    if (!text.equals("true") && !text.equals("false")) {
      expected(key, "true or false", "write one of the two");
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String text = text(key);
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      names.add(name);
      if (name.equals(text.replace(' ', '_'))) {
        return constant;
      }
    }
    String nearest = KnownNames.nearest(text, names);
    expected(key, "one of " + String.join(", ", names), "did you mean " + nearest + "?");
    return Enum.valueOf(type, nearest.toUpperCase(Locale.ROOT));
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes(key)) {
      if (node instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        expected(key, "a list of texts", "write it as [one, two]");
      }
    }
    return texts;
  }

  /** One text, or a list of them. */
  List<String> textOrTexts(String key) {
    boolean isList = node(key).filter(SequenceNode.class::isInstance).isPresent();
    return isList ? texts(key) : List.of(text(key));
  }

  /** The section below a key; empty when the key is not there. */
  Section section(String key) {
    Optional<Section> below =
        defaults.map(each -> each.has(key) ? each.section(key) : each.section("*"));
    return of(node(key), join(path, key), line(key), below, problems);
  }

  /** The sections in the list below a key. */
  List<Section> sections(String key) {
    Optional<Section> below = defaults.map(each -> each.section("*"));
    String name = join(path, key);
    return nodes(key).stream()
        .map(node -> of(Optional.of(node), name, lineOf(node), below, problems))
        .toList();
  }

  /** Notes that the value is not what is expected. */
  void expected(String key, String what, String nextMove) {
    String value = node(key).map(Section::shown).orElse("''");
    problem(key, join(path, key) + " is " + value + ", expected " + what, nextMove);
  }

  private List<Node> nodes(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
      expected(key, "a list", "write it as [one, two]");
    }
    return node.isPresent() && node.get() instanceof SequenceNode list
        ? list.getValue()
        : List.of();
  }

  private Optional<Node> node(String key) {
    return Optional.ofNullable(entries.get(key))
        .map(NodeTuple::getValueNode)
        .filter(node -> !isNull(node));
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static String shown(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    return node instanceof SequenceNode ? "a list" : "a group of keys";
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
