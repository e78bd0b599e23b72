package io.clientele.pipeline;

import java.util.List;
import java.util.function.Function;

/** A step made of parts. */
record TestStep(
    String name,
    Reads reads,
    Writes writes,
    Function<Inputs, Changes> work,
    boolean runsWithoutChanges)
    implements Step {

  static TestStep named(String name) {
    return new TestStep(name, Reads.nothing(), new Writes(List.of()), in -> Changes.none(), true);
  }

  TestStep reading(Reads more) {
    return new TestStep(name, more, writes, work, runsWithoutChanges);
  }

  TestStep writing(Writes more) {
    return new TestStep(name, reads, more, work, runsWithoutChanges);
  }

  TestStep building(Function<Inputs, Changes> build) {
    return new TestStep(name, reads, writes, build, runsWithoutChanges);
  }

  TestStep onlyWithChanges() {
    return new TestStep(name, reads, writes, work, false);
  }

  @Override
  public Changes build(Inputs in) {
    return work.apply(in);
  }
}
