package io.clientele.jobs.schedule.template;

import io.clientele.jobs.schedule.dag.TaskContext;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code var.value.X} and {@code var.json.X}: read when asked for; an unknown one fails. */
final class Variables extends AbstractMap<String, Object> {
  private final String name;
  private final TaskContext.Variables variables;
  private final java.util.function.Function<String, Object> reading;

  Variables(
      String name,
      TaskContext.Variables variables,
      java.util.function.Function<String, Object> reading) {
    this.name = name;
    this.variables = variables;
    this.reading = reading;
  }

  Namespace namespace() {
    return new Namespace(name, this, true);
  }

  private Object find(String variable) {
    return variables
        .find(variable)
        .map(reading)
        .orElseThrow(() -> TemplateException.undefined("the variable '" + variable + "'"));
  }

  private Object found(Arguments given) {
    List<Object> values = given.bind("key", "default");
    String variable = PythonValues.string(values.get(0));
    Optional<Object> found = variables.find(variable).map(reading);
    return found.isPresent() || values.get(1) == Arguments.Missing.VALUE
        ? find(variable)
        : values.get(1);
  }

  @Override
  public boolean containsKey(Object key) {
    return true;
  }

  @Override
  public Object get(Object key) {
    return key.equals("get")
        ? new Function("get", Shape.Type.ANY, this::found)
        : find((String) key);
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return Set.of();
  }
}
