package io.clientele.jobs.schedule.template;

/** A piece of a template that has a value. */
interface Expression {
  /** The value, which may be {@link Undefined}. */
  Object evaluate(Scope scope);

  /** What is known of the value when the file is loaded; refuses what does not exist. */
  Shape shape(Scope known);

  /** The value, which must be defined. */
  default Object value(Scope scope) {
    return Undefined.defined(evaluate(scope));
  }
}
