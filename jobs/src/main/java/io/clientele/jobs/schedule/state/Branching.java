package io.clientele.jobs.schedule.state;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which tasks a branching task leaves out. */
public final class Branching {
  private Branching() {}

  /** Direct downstreams that are neither chosen nor behind a chosen one. */
  public static Set<String> notChosen(TaskGraph graph, String task, Collection<String> chosen) {
    Set<String> followed = new LinkedHashSet<>(chosen);
    chosen.forEach(one -> followed.addAll(graph.descendants(one)));
    Set<String> skipped = new LinkedHashSet<>(graph.downstream(task));
    skipped.removeAll(followed);
    return skipped;
  }

  /**
   * What a short circuit leaves out.
   *
   * @param ignoreRules everything behind it, else only the direct downstreams
   */
  public static Set<String> shortCircuited(TaskGraph graph, String task, boolean ignoreRules) {
    return ignoreRules ? graph.descendants(task) : graph.downstream(task);
  }
}
