package io.clientele.jobs.schedule.template;

import java.util.List;

/** A piece of a parsed template. */
interface Node {
  void render(Scope scope, StringBuilder out);

  /** Refuses names and members that do not exist. */
  void check(Scope known);

  /** Text that stays as it is. */
  record Text(String text) implements Node {
    @Override
    public void render(Scope scope, StringBuilder out) {
      out.append(text);
    }

    @Override
    public void check(Scope known) {}
  }

  /** {@code {{ expression }}}. */
  record Output(Expression expression) implements Node {
    @Override
    public void render(Scope scope, StringBuilder out) {
      out.append(PythonText.text(expression.evaluate(scope)));
    }

    @Override
    public void check(Scope known) {
      expression.shape(known);
    }
  }

  /** {@code {% if %} … {% elif %} … {% else %} … {% endif %}}. */
  record When(List<Branch> branches, List<Node> otherwise) implements Node {
    /** A condition and what is written where it holds. */
    record Branch(Expression condition, List<Node> body) {}

    @Override
    public void render(Scope scope, StringBuilder out) {
      for (Branch branch : branches) {
        if (PythonValues.truth(branch.condition().value(scope))) {
          branch.body().forEach(node -> node.render(scope, out));
          return;
        }
      }
      otherwise.forEach(node -> node.render(scope, out));
    }

    @Override
    public void check(Scope known) {
      for (Branch branch : branches) {
        branch.condition().shape(known);
        branch.body().forEach(node -> node.check(known));
      }
      otherwise.forEach(node -> node.check(known));
    }
  }

  /** {@code {% for a, b in list %} … {% else %} … {% endfor %}}. */
  record Loop(List<String> names, Expression list, List<Node> body, List<Node> otherwise)
      implements Node {
    @Override
    public void render(Scope scope, StringBuilder out) {
      List<Object> elements = PythonValues.list(list.value(scope));
      for (Object element : elements) {
        Scope inner = with(scope, element);
        body.forEach(node -> node.render(inner, out));
      }
      if (elements.isEmpty()) {
        otherwise.forEach(node -> node.render(scope, out));
      }
    }

    private Scope with(Scope scope, Object element) {
      if (names.size() == 1) {
        return scope.with(names.get(0), element);
      }
      List<Object> parts = PythonValues.list(element);
      if (parts.size() != names.size()) {
        throw TemplateException.operation(
            "%s cannot be taken apart into %s".formatted(PythonText.repr(element), names));
      }
      Scope inner = scope;
      for (int i = 0; i < parts.size(); i++) {
        inner = inner.with(names.get(i), parts.get(i));
      }
      return inner;
    }

    @Override
    public void check(Scope known) {
      list.shape(known);
      Scope inner = known;
      for (String name : names) {
        inner = inner.with(name, Shape.Type.ANY);
      }
      Scope each = inner;
      body.forEach(node -> node.check(each));
      otherwise.forEach(node -> node.check(known));
    }
  }
}
