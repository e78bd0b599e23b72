package io.clientele.jobs.cli;

import io.clientele.jobs.config.ConfigException;
import io.clientele.jobs.init.InitException;
import io.clientele.jobs.schedule.engine.UnknownException;
import io.clientele.pipeline.metadata.WarehouseBusyException;
import io.clientele.pipeline.quality.GateStoppedException;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what was thrown into one message and an exit code; the trace only with --debug. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    commandLine.getErr().println("clientele: " + message(thrown));
    if (((ClienteleCommand) commandLine.getCommandSpec().root().userObject()).isDebug()) {
      // CHECKSTYLE OFF: reason the user asked for the trace
      thrown.printStackTrace(commandLine.getErr());
      // CHECKSTYLE ON
    }
    return exitCode(thrown);
  }

  static int exitCode(Throwable thrown) {
    if (causes(thrown).anyMatch(GateStoppedException.class::isInstance)) {
      return ExitCodes.GATE_STOPPED;
    }
    if (causes(thrown).anyMatch(WarehouseBusyException.class::isInstance)) {
      return ExitCodes.BUSY;
    }
    if (causes(thrown)
        .anyMatch(
            cause ->
                cause instanceof ConfigException
                    || cause instanceof IllegalArgumentException
                    || cause instanceof InitException
                    || cause instanceof UnknownException)) {
      return ExitCodes.USAGE;
    }
    return ExitCodes.FAILED;
  }

  /** The first cause that speaks our form; else the outermost, with its kind. */
  private static String message(Throwable thrown) {
    return causes(thrown)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .filter(text -> text.startsWith("Cannot ") || text.startsWith("The quality gate"))
        .findFirst()
        .orElseGet(
            () ->
                "Cannot finish: "
                    + thrown.getClass().getSimpleName()
                    + ": "
                    + thrown.getMessage()
                    + "; run it again with --debug for the trace, or clientele doctor.");
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20);
  }
}
