package io.clientele.jobs.schedule.dagfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A file's text as values with places; refuses what YAML versions or readers take differently. */
final class YamlTree {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setMaxAliasesForCollections(100).build();

  /** More values than any real file has; a file of aliases to aliases ends here. */
  private static final int MOST_VALUES = 100_000;

  private static final int LONGEST_PATH = 2_000;
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

  private final Problems problems;
  private int count;

  private YamlTree(Problems problems) {
    this.problems = problems;
  }

  /** The top of the file; an empty mapping when there is nothing or it cannot be read. */
  static YamlValue read(String text, Problems problems) {
    YamlValue nothing = new YamlValue(Place.TOP, Map.of());
    try {
      Optional<Node> document = new Compose(SETTINGS).composeString(text);
      YamlTree tree = new YamlTree(problems);
      YamlValue top = document.map(node -> tree.value(node, Place.TOP)).orElse(nothing);
      if (!top.isMapping()) {
        problems.refuse(Place.TOP, "it is no mapping of DAG ids", "write `dag_id:` at its top");
        return nothing;
      }
      return top;
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.refuse(
          new Place("", line),
          "it is no YAML: " + broken.getProblem(),
          "mend indentation or quotes there");
    } catch (YamlEngineException broken) {
      problems.refuse(Place.TOP, "it is no YAML: " + broken.getMessage(), "mend the file");
    }
    return nothing;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private YamlValue value(Node node, Place place) {
    if (++count > MOST_VALUES || place.path().length() > LONGEST_PATH) {
      throw new YamlEngineException("it nests without end");
    }
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar, place);
    } else if (node instanceof SequenceNode sequence) {
      return list(sequence, place);
    }
    MappingNode mapping = (MappingNode) node;
    if (!mapping.getTag().equals(Tag.MAP)) {
      refuseTag(mapping, place);
    }
    return typed(place, entries(mapping, place));
  }

  private void refuseTag(Node node, Place place) {
    problems.refuse(
        place,
        "it has the YAML tag " + node.getTag().getValue(),
        "write plain values, and __type__ for durations and timetables");
  }

  private YamlValue scalar(ScalarNode scalar, Place place) {
    boolean isPlain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    if (!PLAIN_TAGS.contains(scalar.getTag())) {
      refuseTag(scalar, place);
    }
    if (!isPlain) {
      return new YamlValue(place, scalar.getValue());
    }
    Scalars.Read read = Scalars.plain(scalar.getValue());
    read.trap()
        .ifPresent(
            meaning ->
                problems.refuse(
                    place,
                    scalar.getValue() + " " + meaning,
                    "put it into quotes for a text, or write true, false or a plain number"));
    read.offset()
        .ifPresent(
            offset ->
                problems.warn(
                    place,
                    "Airflow drops the offset " + offset.strip() + " of a date",
                    "leave it out and name a timezone"));
    return new YamlValue(place, read.value());
  }

  private YamlValue list(SequenceNode sequence, Place place) {
    if (!sequence.getTag().equals(Tag.SEQ)) {
      refuseTag(sequence, place);
    }
    List<YamlValue> elements = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      elements.add(value(node, place.element(name(node, elements.size()), line(node))));
    }
    return new YamlValue(place, elements);
  }

  /** Tasks and groups of a list are named by their id, others by their place. */
  private static String name(Node node, int index) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && tuple.getValueNode() instanceof ScalarNode id
            && (key.getValue().equals("task_id") || key.getValue().equals("group_name"))) {
          return id.getValue();
        }
      }
    }
    return Integer.toString(index);
  }

  private Map<String, YamlValue> entries(MappingNode mapping, Place place) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int line = line(tuple.getKeyNode());
      String key = key(tuple.getKeyNode(), place);
      YamlValue value = value(tuple.getValueNode(), place.key(key, line));
      YamlValue first = entries.putIfAbsent(key, value);
      if (first != null) {
        problems.refuse(
            value.place(),
            "the key stands twice, first at line " + first.place().line(),
            "remove one; Airflow takes the last without a word");
      }
    }
    return entries;
  }

  private String key(Node node, Place place) {
    Place at = new Place(place.path(), line(node));
    if (!(node instanceof ScalarNode scalar)) {
      problems.refuse(at, "a key is no text", "write texts as keys");
      return "?";
    }
    if (scalar.getScalarStyle() == ScalarStyle.PLAIN && scalar.getValue().equals("<<")) {
      problems.refuse(
          at, "merge keys (<<) are not read", "write the keys out, or use default_args");
    } else if (scalar.getScalarStyle() == ScalarStyle.PLAIN
        && !(Scalars.plain(scalar.getValue()).value() instanceof String text
            && Scalars.plain(text).trap().isEmpty())) {
      problems.refuse(
          at, "the key " + scalar.getValue() + " is no text for Airflow", "put it into quotes");
    }
    return scalar.getValue();
  }

  private YamlValue typed(Place place, Map<String, YamlValue> entries) {
    YamlValue type = entries.get("__type__");
    for (String operator : List.of("__and__", "__or__", "__join__")) {
      if (entries.containsKey(operator)) {
        problems.refuse(
            entries.get(operator).place(), operator + " is not read", "write the value itself");
      }
    }
    if (type == null) {
      if (entries.containsKey("__args__")) {
        problems.refuse(
            entries.get("__args__").place(), "__args__ without __type__", "add the __type__");
      }
      return new YamlValue(place, entries);
    }
    Map<String, YamlValue> named = new LinkedHashMap<>(entries);
    named.remove("__type__");
    YamlValue positional = named.remove("__args__");
    if (!(type.content() instanceof String)) {
      problems.refuse(type.place(), "__type__ is no class path", "write the class path as text");
    }
    if (positional != null && !positional.isList()) {
      problems.refuse(positional.place(), "__args__ is no list", "write a list");
    }
    List<YamlValue> list =
        positional == null || !positional.isList() ? List.of() : positional.list();
    return builtInList(place, String.valueOf(type.content()), list, named);
  }

  private YamlValue builtInList(
      Place place, String type, List<YamlValue> positional, Map<String, YamlValue> named) {
    YamlValue items = named.get("items");
    if (type.equals("builtins.list") && items != null && items.isList()) {
      return new YamlValue(place, items.list());
    }
    return new YamlValue(place, new Typed(type, positional, named));
  }
}
