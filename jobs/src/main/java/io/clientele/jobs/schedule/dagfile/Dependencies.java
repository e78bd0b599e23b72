package io.clientele.jobs.schedule.dagfile;

import io.clientele.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Upstreams of tasks from {@code dependencies}, which name tasks or groups as they are written. A
 * group stands for its first or last tasks at the time of the edge, in dag-factory's order: tasks
 * of the file, then groups.
 */
final class Dependencies {
  private final Map<String, String> idByName;
  private final Map<String, Group> groups;
  private final Problems problems;
  private final Map<String, Set<String>> upstream = new LinkedHashMap<>();

  /** Task ids with prefixes, by name as written. */
  Dependencies(Map<String, String> idByName, Map<String, Group> groups, Problems problems) {
    this.idByName = idByName;
    this.groups = groups;
    this.problems = problems;
    idByName.values().forEach(id -> upstream.put(id, new LinkedHashSet<>()));
  }

  /** Direct upstreams by task id. */
  Map<String, Set<String>> upstream() {
    return upstream;
  }

  void add(String name, Fields fields) {
    for (YamlValue dependency : fields.texts("dependencies")) {
      String other = (String) dependency.content();
      if (!idByName.containsKey(other) && !groups.containsKey(other)) {
        Set<String> known = new TreeSet<>(idByName.keySet());
        known.addAll(groups.keySet());
        problems.refuse(
            dependency.place(),
            "there is no task or group '" + other + "'",
            "did you mean " + Warehouse.nearest(other, known) + "? Names are without group prefix");
        continue;
      }
      List<String> last = last(other);
      first(name).forEach(task -> upstream.get(task).addAll(last));
    }
  }

  private List<String> first(String name) {
    return members(name).stream()
        .filter(task -> !groups.containsKey(name) || noneOf(upstream.get(task), members(name)))
        .toList();
  }

  private List<String> last(String name) {
    List<String> members = members(name);
    return members.stream()
        .filter(
            task ->
                !groups.containsKey(name)
                    || members.stream().noneMatch(other -> upstream.get(other).contains(task)))
        .toList();
  }

  private static boolean noneOf(Set<String> upstreams, List<String> members) {
    return members.stream().noneMatch(upstreams::contains);
  }

  private List<String> members(String name) {
    if (!groups.containsKey(name)) {
      return List.of(idByName.get(name));
    }
    String prefix = groups.get(name).id() + ".";
    return idByName.values().stream().filter(id -> id.startsWith(prefix)).toList();
  }

  /** Refuses a circle, which it names. */
  void refuseCircle(Place place) {
    Set<String> done = new LinkedHashSet<>();
    for (String task : upstream.keySet()) {
      Optional<List<String>> circle = circle(task, new ArrayList<>(), done);
      if (circle.isPresent()) {
        problems.refuse(
            place,
            "tasks wait for each other: " + String.join(" after ", circle.get()),
            "remove one of the dependencies");
        return;
      }
    }
  }

  private Optional<List<String>> circle(String task, List<String> path, Set<String> done) {
    if (path.contains(task)) {
      List<String> circle = new ArrayList<>(path.subList(path.indexOf(task), path.size()));
      circle.add(task);
      return Optional.of(circle);
    } else if (done.contains(task)) {
      return Optional.empty();
    }
    path.add(task);
    for (String before : upstream.get(task)) {
      Optional<List<String>> circle = circle(before, path, done);
      if (circle.isPresent()) {
        return circle;
      }
    }
    path.remove(path.size() - 1);
    done.add(task);
    return Optional.empty();
  }
}
