package io.clientele.pipeline.quality;

/** What a rule that does not hold does to the night. */
public enum Severity {
  /** It is kept. */
  RECORD,
  /** It is kept and shown. */
  WARN,
  /** Nothing is published. */
  STOP
}
