package io.clientele.jobs.cli;

/** What a command's exit code means. */
public final class ExitCodes {
  public static final int DONE = 0;
  public static final int FAILED = 1;

  /** The call or the configuration is wrong. */
  public static final int USAGE = 2;

  /** The quality gate stopped the night; nothing was published. */
  public static final int GATE_STOPPED = 3;

  /** Another run holds the warehouse. */
  public static final int BUSY = 4;

  private ExitCodes() {}
}
