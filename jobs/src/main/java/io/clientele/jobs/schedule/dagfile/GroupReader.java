package io.clientele.jobs.schedule.dagfile;

import io.clientele.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code task_groups}, as a list or by name. */
final class GroupReader {
  private static final Pattern NAME =
      Pattern.compile("[\\w-]{1,250}", Pattern.UNICODE_CHARACTER_CLASS);

  private final Problems problems;

  /** Outer groups before inner ones, as Airflow makes them. */
  private final Map<String, Group> groups = new LinkedHashMap<>();

  GroupReader(Problems problems) {
    this.problems = problems;
  }

  Map<String, Group> read(Fields dag) {
    Map<String, Fields> written = named(dag, "task_groups", "group_name");
    written.forEach((name, fields) -> read(name, written, new ArrayList<>()));
    return groups;
  }

  /** Mappings by their name, which stands inside (list form) or before them. */
  static Map<String, Fields> named(Fields dag, String key, String nameKey) {
    Map<String, Fields> named = new LinkedHashMap<>();
    Optional<YamlValue> value = dag.value(key);
    if (value.isPresent() && value.get().isList()) {
      for (YamlValue element : value.get().list()) {
        Fields fields = Fields.of(element, dag.problems());
        Optional<String> name = fields.text(nameKey);
        if (name.isEmpty()) {
          dag.problems()
              .refuse(element.place(), "it has no " + nameKey, "give it a " + nameKey + ": name");
        } else if (named.put(name.get(), fields) != null) {
          dag.problems()
              .refuse(
                  element.place(), nameKey + " '" + name.get() + "' stands twice", "rename one");
        }
      }
      return named;
    }
    value.ifPresent(
        mapping ->
            Fields.of(mapping, dag.problems())
                .values()
                .forEach((name, each) -> named.put(name, Fields.of(each, dag.problems()))));
    return named;
  }

  private Optional<Group> read(String name, Map<String, Fields> written, List<String> around) {
    if (groups.containsKey(name)) {
      return Optional.of(groups.get(name));
    }
    Fields fields = written.get(name);
    if (around.contains(name)) {
      problems.refuse(
          fields.place(),
          "groups lie in a circle: " + String.join(" in ", around) + " in " + name,
          "remove a parent_group_name");
      return Optional.empty();
    }
    check(name, fields);
    around.add(name);
    Optional<Group> parent = parent(fields, written, around);
    Fields own =
        fields
            .value("default_args")
            .map(value -> Fields.of(value, problems))
            .orElse(new Fields(fields.place(), Map.of(), problems));
    own.onlyKnown(Keys.union(Keys.ANY_TASK, Keys.BASH), groupReasons());
    String id = parent.map(outer -> outer.id() + "." + name).orElse(name);
    Fields defaults = parent.map(outer -> own.over(outer.defaults())).orElse(own);
    int ordinal = List.copyOf(written.keySet()).indexOf(name);
    Group group = new Group(name, id, ordinal, parent.map(Group::name), fields, defaults);
    groups.put(name, group);
    return Optional.of(group);
  }

  private static Map<String, String> groupReasons() {
    Map<String, String> reasons = new LinkedHashMap<>(Keys.REFUSED_DEFAULT_ARGS);
    reasons.putAll(Keys.REFUSED_TASK);
    return reasons;
  }

  private void check(String name, Fields fields) {
    fields.onlyKnown(Keys.GROUP, Keys.REFUSED_GROUP);
    fields.text("tooltip");
    if (!NAME.matcher(name).matches()) {
      problems.refuse(
          fields.place(),
          "'" + name + "' is no group name",
          "use letters, digits, _ and -, at most 250");
    }
  }

  private Optional<Group> parent(Fields fields, Map<String, Fields> written, List<String> around) {
    Optional<String> name = fields.text("parent_group_name");
    if (name.isPresent() && !written.containsKey(name.get())) {
      problems.refuse(
          fields.value("parent_group_name").orElseThrow().place(),
          "there is no group '" + name.get() + "'",
          "did you mean " + Warehouse.nearest(name.get(), Set.copyOf(written.keySet())) + "?");
      return Optional.empty();
    }
    return name.flatMap(outer -> read(outer, written, around));
  }
}
