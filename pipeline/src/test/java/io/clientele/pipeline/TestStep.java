package io.clientele.pipeline;

import java.util.function.Function;

/** A step made of parts. */
record TestStep(String name, Reads reads, Writes writes, Function<Inputs, Changes> work)
    implements Step {

  static TestStep named(String name) {
    return new TestStep(
        name, Reads.nothing(), new Writes(java.util.List.of()), in -> Changes.none());
  }

  TestStep reading(Reads more) {
    return new TestStep(name, more, writes, work);
  }

  TestStep writing(Writes more) {
    return new TestStep(name, reads, more, work);
  }

  TestStep building(Function<Inputs, Changes> build) {
    return new TestStep(name, reads, writes, build);
  }

  @Override
  public Changes build(Inputs in) {
    return work.apply(in);
  }
}
