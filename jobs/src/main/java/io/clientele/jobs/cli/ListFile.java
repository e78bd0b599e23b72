package io.clientele.jobs.cli;

import io.clientele.reports.list.ChurnListOptions;
import io.clientele.reports.published.Role;
import io.clientele.reports.text.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How a list is written and where: the same for every list. */
final class ListFile {
  @Option(names = "--role", description = "marketer sees contact data, analyst does not.")
  private Role role = Role.MARKETER;

  @Option(names = "--format", description = "table, csv or json; default table, csv with --out.")
  private OutputFormat format;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to this file.")
  private Path file;

  Role role() {
    return role;
  }

  boolean isTerminal() {
    return file == null;
  }

  ChurnListOptions.Output output() {
    OutputFormat chosen =
        format != null ? format : file == null ? OutputFormat.TABLE : byName(file);
    return new ChurnListOptions.Output(
        chosen, file == null ? Terminal.width() : OptionalInt.empty());
  }

  private static OutputFormat byName(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
        ? OutputFormat.JSON
        : OutputFormat.CSV;
  }

  /** To the terminal or the file. */
  void deliver(CharSequence text) {
    if (file == null) {
      Terminal.out().append(text).flush();
      return;
    }
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the list to " + file + ": " + reason(e) + "; name another file.", e);
    }
  }

  private String reason(IOException e) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      return "there is no folder " + folder;
    }
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    return e instanceof AccessDeniedException ? "no permission to write there" : e.getMessage();
  }
}
