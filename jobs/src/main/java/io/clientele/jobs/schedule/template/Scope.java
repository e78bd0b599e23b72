package io.clientele.jobs.schedule.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The names that an expression sees; a loop adds its own. */
record Scope(Map<String, Object> names) {

  /** The value of a name, or that it is undefined. */
  Object named(String name) {
    return names.containsKey(name) ? names.get(name) : new Undefined("'" + name + "'");
  }

  boolean has(String name) {
    return names.containsKey(name);
  }

  Set<String> known() {
    return names.keySet();
  }

  Scope with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(names);
    more.put(name, value);
    return new Scope(more);
  }
}
