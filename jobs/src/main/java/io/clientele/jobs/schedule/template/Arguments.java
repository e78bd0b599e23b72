package io.clientele.jobs.schedule.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of a call, by place and by name, bound to the parameters of a function. */
record Arguments(String function, List<Object> positional, Map<String, Object> named) {

  /**
   * The values in the order of the parameters; a parameter that is not given is {@code Missing}.
   */
  List<Object> bind(String... parameters) {
    if (positional.size() > parameters.length) {
      throw TemplateException.operation(
          "%s() takes %d arguments, there are %d"
              .formatted(function, parameters.length, positional.size()));
    }
    Map<String, Object> rest = new LinkedHashMap<>(named);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      boolean isNamed = rest.containsKey(parameters[i]);
      Object byName = rest.remove(parameters[i]);
      if (i < positional.size() && !isNamed) {
        values.add(positional.get(i));
      } else if (i >= positional.size()) {
        values.add(isNamed ? byName : Missing.VALUE);
      } else {
        throw TemplateException.operation(function + "() is given " + parameters[i] + " twice");
      }
    }
    refuse(rest.keySet(), parameters);
    return values;
  }

  private void refuse(Set<String> unknown, String... parameters) {
    if (!unknown.isEmpty()) {
      throw TemplateException.operation(
          "%s() has no parameter %s; there are %s"
              .formatted(
                  function,
                  unknown.stream().sorted().collect(Collectors.joining(", ")),
                  parameters.length == 0 ? "none" : String.join(", ", parameters)));
    }
  }

  /** As {@link #bind}, each of which must be given. */
  List<Object> all(String... parameters) {
    List<Object> values = bind(parameters);
    int missing = values.indexOf(Missing.VALUE);
    if (missing >= 0) {
      throw TemplateException.operation(function + "() lacks its " + parameters[missing]);
    }
    return values;
  }

  /** Marks a parameter that the call does not give. */
  enum Missing {
    VALUE;

    static Object or(Object value, Object fallback) {
      return value == VALUE ? fallback : value;
    }
  }
}
