package io.clientele.jobs.schedule.template;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Attributes, methods and items of values: the closed list that is accepted. */
final class Members {
  private static final Map<Shape.Type, Map<String, Member>> OF =
      Map.of(
          Shape.Type.TEXT, TextMembers.ALL,
          Shape.Type.MOMENT, MomentMembers.ALL,
          Shape.Type.SPAN, SpanMembers.ALL,
          Shape.Type.MAPPING, MappingMembers.ALL);

  private Members() {}

  /** A member of a value; a method is bound to it. */
  record Member(Shape result, boolean isMethod, BiFunction<Object, Arguments, Object> body) {
    static Member method(Shape result, BiFunction<Object, Arguments, Object> body) {
      return new Member(result, true, body);
    }

    static Member attribute(Shape result, java.util.function.Function<Object, Object> body) {
      return new Member(result, false, (self, none) -> body.apply(self));
    }

    Object of(String name, Object self) {
      return isMethod
          ? new Function(name, result, arguments -> body.apply(self, arguments))
          : body.apply(self, new Arguments(name, List.of(), Map.of()));
    }

    Shape shape() {
      return isMethod ? new Shape.Callable(result) : result;
    }
  }

  /** {@code value.name} as Jinja sees it: the attribute, else the item, else undefined. */
  static Object attribute(Object value, String name) {
    if (value instanceof Namespace namespace) {
      return namespaced(namespace, name);
    }
    Optional<Member> member = find(value, name);
    if (member.isPresent()) {
      return member.get().of(name, value);
    }
    return value instanceof Map<?, ?> map && map.containsKey(name)
        ? map.get(name)
        : missing(value, name);
  }

  /** {@code value[key]}: the item, else for a text key the attribute, else undefined. */
  static Object item(Object value, Object key) {
    if (value instanceof Map<?, ?> map && map.containsKey(key)) {
      return map.get(key);
    }
    if (key instanceof String name) {
      return attribute(value, name);
    }
    if (key instanceof Long place && (value instanceof List || value instanceof String)) {
      return at(value, place);
    }
    return missing(value, PythonText.text(key));
  }

  private static Object at(Object value, long place) {
    int size = value instanceof String text ? text.length() : ((List<?>) value).size();
    long index = place < 0 ? place + size : place;
    if (index < 0 || index >= size) {
      return missing(value, Long.toString(place));
    }
    return value instanceof String text
        ? text.substring((int) index, (int) index + 1)
        : ((List<?>) value).get((int) index);
  }

  private static Object namespaced(Namespace namespace, String name) {
    Object found = namespace.members().get(name);
    if (found == null && !namespace.members().containsKey(name)) {
      return new Undefined("'%s' of %s".formatted(name, namespace.name()));
    }
    return found instanceof Lookup lookup ? lookup.find(name) : found;
  }

  /** Read only when it is asked for. */
  @FunctionalInterface
  interface Lookup {
    Object find(String name);
  }

  private static Optional<Member> find(Object value, String name) {
    return Shape.of(value) instanceof Shape.Type type
        ? Optional.ofNullable(OF.getOrDefault(type, Map.of()).get(name))
        : Optional.empty();
  }

  private static Undefined missing(Object value, String name) {
    String owner = value instanceof Duration ? "a time span" : PythonText.repr(value);
    return new Undefined("'%s' of %s".formatted(name, owner));
  }

  /** What is known of {@code shape.name} at load. */
  static Shape attributeShape(Shape shape, String name) {
    if (shape instanceof Namespace namespace) {
      if (namespace.members().containsKey(name)) {
        return Shape.of(namespace.members().get(name));
      }
      if (namespace.open()) {
        return Shape.Type.ANY;
      }
      throw UnknownName.unknown(
          "attribute of " + namespace.name(), name, namespace.members().keySet());
    }
    if (shape == Shape.Type.ANY) {
      return Shape.Type.ANY;
    }
    Map<String, Member> members =
        shape instanceof Shape.Type type ? OF.getOrDefault(type, Map.of()) : Map.of();
    if (members.containsKey(name)) {
      return members.get(name).shape();
    }
    if (shape == Shape.Type.MAPPING) {
      return Shape.Type.ANY;
    }
    throw UnknownName.unknown("attribute of it", name, members.keySet());
  }

  /** What comes out of a method of a value of which nothing is known. */
  static Shape methodOfAny(String name) {
    Set<String> known = new HashSet<>();
    OF.values().forEach(members -> members.forEach((each, member) -> known.add(each)));
    if (!known.contains(name)) {
      throw UnknownName.unknown("method", name, known);
    }
    return Shape.Type.ANY;
  }
}
