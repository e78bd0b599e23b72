package io.clientele.sample.source;

/** An operational system that writes its files day by day. */
public interface SourceSystem {
  /** Name in the configuration and of the folder. */
  String name();

  /** Writes what happens on the day; days come in order. */
  void day(int day);

  /** Finishes the last files. */
  void end();
}
