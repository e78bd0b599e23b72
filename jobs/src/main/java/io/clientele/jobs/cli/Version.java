package io.clientele.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Version of the program and of the Java it runs on. */
public final class Version implements IVersionProvider {
  /** The program's version as its jar says it. */
  static String program() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "clientele " + program(), "Java " + System.getProperty("java.version"),
    };
  }
}
