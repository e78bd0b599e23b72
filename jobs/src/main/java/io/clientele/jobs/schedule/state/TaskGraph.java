package io.clientele.jobs.schedule.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which task follows which, in the order in which the tasks were given. */
public final class TaskGraph {
  private final Map<String, Set<String>> upstream = new LinkedHashMap<>();
  private final Map<String, Set<String>> downstream = new LinkedHashMap<>();

  /**
   * @param upstreams the direct upstreams of every task
   * @throws IllegalArgumentException when a task is unknown or the graph has a cycle
   */
  public TaskGraph(Map<String, ? extends Collection<String>> upstreams) {
    upstreams.keySet().forEach(task -> downstream.put(task, new LinkedHashSet<>()));
    upstreams.forEach(
        (task, before) -> {
          upstream.put(task, new LinkedHashSet<>(before));
          before.forEach(one -> downstreamOf(one, task).add(task));
        });
    refuseCycles();
  }

  private Set<String> downstreamOf(String task, String mentionedBy) {
    Set<String> found = downstream.get(task);
    if (found == null) {
      throw new IllegalArgumentException(
          "Cannot order tasks: %s depends on %s, which is no task of the DAG; correct its name."
              .formatted(mentionedBy, task));
    }
    return found;
  }

  /** Takes away tasks without upstreams until none is left; what stays is on a cycle. */
  private void refuseCycles() {
    Map<String, Set<String>> rest = new LinkedHashMap<>();
    upstream.forEach((task, before) -> rest.put(task, new LinkedHashSet<>(before)));
    List<String> free = free(rest);
    while (!free.isEmpty()) {
      rest.keySet().removeAll(free);
      for (Set<String> before : rest.values()) {
        before.removeAll(free);
      }
      free = free(rest);
    }
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot order tasks: %s wait for one another; take one dependency away."
              .formatted(String.join(", ", rest.keySet())));
    }
  }

  private static List<String> free(Map<String, Set<String>> rest) {
    List<String> free = new ArrayList<>();
    rest.forEach(
        (task, before) -> {
          if (before.isEmpty()) {
            free.add(task);
          }
        });
    return free;
  }

  public Set<String> tasks() {
    return Collections.unmodifiableSet(upstream.keySet());
  }

  /** The direct upstreams of a task. */
  public Set<String> upstream(String task) {
    return Collections.unmodifiableSet(upstream.get(task));
  }

  /** The direct downstreams of a task. */
  public Set<String> downstream(String task) {
    return Collections.unmodifiableSet(downstream.get(task));
  }

  /** Tasks that nothing follows; they decide about the run. */
  public List<String> leaves() {
    return tasks().stream().filter(task -> downstream.get(task).isEmpty()).toList();
  }

  /** Everything before a task, without itself. */
  public Set<String> ancestors(String task) {
    return reach(upstream, task);
  }

  /** Everything after a task, without itself. */
  public Set<String> descendants(String task) {
    return reach(downstream, task);
  }

  private static Set<String> reach(Map<String, Set<String>> edges, String from) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(edges.get(from));
    while (!open.isEmpty()) {
      String task = open.pop();
      if (reached.add(task)) {
        open.addAll(edges.get(task));
      }
    }
    return reached;
  }
}
