package io.clientele.jobs.schedule.template;

/**
 * What a name, attribute or key that does not exist evaluates to; only {@code default} takes it.
 */
record Undefined(String what) {
  TemplateException failure() {
    return TemplateException.undefined(what);
  }

  /** The value itself, which must exist. */
  static Object defined(Object value) {
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    return value;
  }
}
