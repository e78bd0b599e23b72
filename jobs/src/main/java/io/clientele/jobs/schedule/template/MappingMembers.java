package io.clientele.jobs.schedule.template;

import static io.clientele.jobs.schedule.template.Members.Member.method;
import static io.clientele.jobs.schedule.template.Shape.Type.ANY;
import static io.clientele.jobs.schedule.template.Shape.Type.LIST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Methods of a mapping such as {@code params} or {@code dag_run.conf}. */
final class MappingMembers {
  static final Map<String, Members.Member> ALL =
      Map.of(
          "get", method(ANY, MappingMembers::get),
          "keys", method(LIST, (self, none) -> new ArrayList<Object>(map(self, none).keySet())),
          "values", method(LIST, (self, none) -> new ArrayList<Object>(map(self, none).values())),
          "items", method(LIST, (self, none) -> items(map(self, none))));

  private MappingMembers() {}

  private static Map<?, ?> map(Object self, Arguments none) {
    none.all();
    return (Map<?, ?>) self;
  }

  private static Object get(Object self, Arguments given) {
    List<Object> values = given.bind("key", "default");
    Map<?, ?> map = (Map<?, ?>) self;
    return map.containsKey(values.get(0))
        ? map.get(values.get(0))
        : Arguments.Missing.or(values.get(1), null);
  }

  private static List<Object> items(Map<?, ?> map) {
    List<Object> pairs = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          List<Object> pair = new ArrayList<>();
          pair.add(key);
          pair.add(value);
          pairs.add(pair);
        });
    return pairs;
  }
}
