package io.clientele.jobs.schedule.dagfile;

import io.clientele.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The keys of one mapping, read by kind. A wrong value is noted and read as absent. */
final class Fields {
  private final Place place;
  private final Map<String, YamlValue> values;
  private final Problems problems;

  Fields(Place place, Map<String, YamlValue> values, Problems problems) {
    this.place = place;
    this.values = values;
    this.problems = problems;
  }

  /** The keys of a value, which must be a mapping. */
  static Fields of(YamlValue value, Problems problems) {
    if (value.isMapping()) {
      return new Fields(value.place(), value.mapping(), problems);
    }
    if (!value.isNull()) {
      problems.refuse(
          value.place(), "it is " + value.shown() + ", expected keys", "write keys below it");
    }
    return new Fields(value.place(), Map.of(), problems);
  }

  Place place() {
    return place;
  }

  Problems problems() {
    return problems;
  }

  Map<String, YamlValue> values() {
    return values;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The value of a key; empty when it is absent or null. */
  Optional<YamlValue> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isNull());
  }

  /** Keys of this mapping, with those of another where this one has none. */
  Fields over(Fields defaults) {
    Map<String, YamlValue> merged = new LinkedHashMap<>(defaults.values);
    merged.putAll(values);
    return new Fields(place, merged, problems);
  }

  /** Refuses a key that is not on the list; a known trap says why. */
  void onlyKnown(Set<String> known, Map<String, String> reasons) {
    values.forEach(
        (key, value) -> {
          if (reasons.containsKey(key)) {
            int cut = reasons.get(key).indexOf(';');
            problems.refuse(
                value.place(),
                reasons.get(key).substring(0, cut),
                reasons.get(key).substring(cut + 1).strip());
          } else if (!known.contains(key)) {
            problems.refuse(
                value.place(),
                "there is no such key in the portable format",
                "did you mean %s? Known here: %s"
                    .formatted(
                        Warehouse.nearest(key, new TreeSet<>(known)),
                        String.join(", ", new TreeSet<>(known))));
          }
        });
  }

  Optional<String> text(String key) {
    return read(key, String.class, "a text", "put it into quotes if it is one");
  }

  Optional<Boolean> truth(String key) {
    return read(key, Boolean.class, "true or false", "write true or false");
  }

  Optional<Integer> integer(String key, int least) {
    Optional<Long> number = read(key, Long.class, "a whole number", "write digits");
    if (number.isPresent() && (number.get() < least || number.get() > Integer.MAX_VALUE)) {
      problems.refuse(
          values.get(key).place(),
          "%d is outside of %d to %d".formatted(number.get(), least, Integer.MAX_VALUE),
          "write a number in that range");
      return Optional.empty();
    }
    return number.map(Math::toIntExact);
  }

  private <T> Optional<T> read(String key, Class<T> type, String expected, String move) {
    return read(
        key,
        (value, noted) -> {
          if (type.isInstance(value.content())) {
            return Optional.of(type.cast(value.content()));
          }
          noted.refuse(
              value.place(), "it is %s, expected %s".formatted(value.shown(), expected), move);
          return Optional.empty();
        });
  }

  <T> Optional<T> read(String key, BiFunction<YamlValue, Problems, Optional<T>> reader) {
    return value(key).flatMap(value -> reader.apply(value, problems));
  }

  /** One of Airflow's words; a wrong one is answered with the nearest. */
  <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
    Optional<String> text = text(key);
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(java.util.Locale.ROOT), constant);
    }
    if (text.isPresent() && !words.containsKey(text.get())) {
      problems.refuse(
          values.get(key).place(),
          "there is no %s '%s'".formatted(key, text.get()),
          "did you mean %s? There are %s"
              .formatted(
                  Warehouse.nearest(text.get(), words.keySet()),
                  String.join(", ", words.keySet())));
    }
    return text.map(words::get);
  }

  /** A list of texts. */
  List<YamlValue> texts(String key) {
    List<YamlValue> texts = new ArrayList<>();
    for (YamlValue element : list(key)) {
      if (element.content() instanceof String) {
        texts.add(element);
      } else {
        problems.refuse(
            element.place(),
            "it is " + element.shown() + ", expected a text",
            "put it into quotes");
      }
    }
    return texts;
  }

  private List<YamlValue> list(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && !value.get().isList()) {
      problems.refuse(
          value.get().place(),
          "it is " + value.get().shown() + ", expected a list",
          "write [a, b]");
      return List.of();
    }
    return value.map(YamlValue::list).orElse(List.of());
  }

  /** A mapping of JSON values, such as {@code params}. */
  Map<String, Object> json(String key) {
    Map<String, Object> plain = new LinkedHashMap<>();
    value(key)
        .ifPresent(
            value ->
                Fields.of(value, problems)
                    .values()
                    .forEach((name, each) -> plain.put(name, json(each))));
    return plain;
  }

  private Object json(YamlValue value) {
    if (value.isMapping()) {
      value.mapping().values().forEach(this::json);
    } else if (value.isList()) {
      value.list().forEach(this::json);
    } else if (value.content() instanceof Typed
        || value.content() instanceof java.time.temporal.Temporal) {
      problems.refuse(
          value.place(),
          "it is %s, which is no JSON value".formatted(value.shown()),
          "put a date into quotes; write texts, numbers, true, false, lists or mappings");
      return null;
    }
    return value.json();
  }
}
