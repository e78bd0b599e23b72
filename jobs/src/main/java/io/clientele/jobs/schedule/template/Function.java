package io.clientele.jobs.schedule.template;

/** A function or bound method; its result's shape is known before it is called. */
record Function(String name, Shape result, Body body) {

  /** What it does with its arguments. */
  @FunctionalInterface
  interface Body {
    Object call(Arguments arguments);
  }
}
