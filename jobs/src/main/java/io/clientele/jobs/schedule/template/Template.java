package io.clientele.jobs.schedule.template;

import io.clientele.jobs.schedule.dag.TaskContext;
import java.util.List;

/**
 * One text with Airflow's templates in it: Jinja2's expressions, if, for and raw, over the names,
 * macros and filters of Airflow 3 that give the same text on both engines.
 */
public final class Template {
  private final List<Node> nodes;

  private Template(List<Node> nodes) {
    this.nodes = nodes;
  }

  /**
   * Parses a text.
   *
   * @throws TemplateException with line and column when it is no template that is accepted
   */
  public static Template parse(String text) {
    return new Template(TemplateParser.parse(text));
  }

  /**
   * Refuses names, members and filters that do not exist, before there is a run.
   *
   * @throws TemplateException that names the nearest one that exists
   */
  public void check() {
    Scope known = SampleContext.scope();
    nodes.forEach(node -> node.check(known));
    if (isKnownAtLoad()) {
      render(known);
    }
  }

  /** Whether nothing in it depends on parameters, variables, conf or other tasks. */
  private boolean isKnownAtLoad() {
    Scope closed = SampleContext.withoutOpenNames();
    try {
      nodes.forEach(node -> node.check(closed));
      return true;
    } catch (TemplateException needsMore) {
      return false;
    }
  }

  /** The text for an attempt; a name that does not exist then is an error. */
  public String render(TaskContext context) {
    return render(ContextNames.of(context));
  }

  private String render(Scope scope) {
    StringBuilder out = new StringBuilder();
    nodes.forEach(node -> node.render(scope, out));
    return out.toString();
  }
}
