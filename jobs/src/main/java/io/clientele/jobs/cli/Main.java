package io.clientele.jobs.cli;

/** Entry point; the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int code = ClienteleCommand.commandLine().execute(arguments);
    System.out.flush();
    System.err.flush();
    // CHECKSTYLE OFF: reason the one exit of the program; Spark's threads must not keep it alive
    System.exit(code);
    // CHECKSTYLE ON
  }
}
