package io.clientele.jobs.doctor;

import io.clientele.etl.mapping.MappingCheck;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.jobs.nightly.OpenProject;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at Java, disk, database, sources, files and mappings, and says the next move for each. */
public final class Doctor {
  private static final long GIBIBYTE = 1L << 30;
  private static final long MINIMUM_FREE = 2 * GIBIBYTE;

  private final OpenProject project;
  private final List<Finding> findings = new ArrayList<>();

  public Doctor(OpenProject project) {
    this.project = project;
  }

  /** Everything that was looked at, in the order in which a night needs it. */
  public List<Finding> look() {
    java();
    disk();
    metadata();
    project.config().sources().forEach(this::source);
    return List.copyOf(findings);
  }

  private void java() {
    int feature = Runtime.version().feature();
    findings.add(
        feature >= 17
            ? Finding.ok("Java", Runtime.version() + ", heap " + heap())
            : Finding.error("Java", feature + " is too old: install a JDK 17 or newer."));
    findings.add(
        Finding.ok(
            "Time zones",
            "rules "
                + ZoneRulesProvider.getVersions("Europe/Berlin").lastKey()
                + ", company in "
                + project.config().company().zone()));
  }

  private static String heap() {
    return Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB";
  }

  private void disk() {
    Path folder = existing(project.warehouse());
    try {
      FileStore store = Files.getFileStore(folder);
      long free = store.getUsableSpace();
      String text = "%.1f GiB free at %s".formatted((double) free / GIBIBYTE, folder);
      findings.add(
          free >= MINIMUM_FREE
              ? Finding.ok("Disk", text)
              : Finding.warning("Disk", text + "; free some, or move the warehouse."));
      if (!Files.isWritable(folder)) {
        findings.add(
            Finding.error("Warehouse", folder + " cannot be written; grant the right to write."));
      }
    } catch (IOException e) {
      findings.add(Finding.error("Disk", "cannot be read: " + e.getMessage()));
    }
  }

  private static Path existing(Path folder) {
    Path path = folder;
    while (path != null && !Files.exists(path)) {
      path = path.getParent();
    }
    return path == null ? Path.of(".").toAbsolutePath() : path;
  }

  private void metadata() {
    if (project.config().metadata().url().isEmpty() && !Files.exists(project.warehouse())) {
      findings.add(Finding.ok("Warehouse", "not there yet; clientele nightly makes it."));
      return;
    }
    try (MetadataDatabase database = project.metadata()) {
      findings.add(Finding.ok("Metadata database", database.isSqlite() ? "SQLite" : "PostgreSQL"));
      findings.add(
          database
              .publications()
              .newest()
              .map(
                  newest ->
                      Finding.ok(
                          "Publication",
                          newest.id()
                              + ", as of "
                              + newest.publication().asOf()
                              + ", published "
                              + newest.publication().publishedAt()))
              .orElseGet(() -> Finding.warning("Publication", "none yet; run clientele nightly.")));
    } catch (RuntimeException e) {
      findings.add(
          Finding.error(
              "Metadata database",
              "cannot be opened: " + e.getMessage() + "; check metadata.url in clientele.yaml."));
    }
  }

  private void source(SourceDeclaration source) {
    if (!Files.isDirectory(source.folder())) {
      findings.add(
          Finding.error(
              "Source " + source.name(),
              source.folder()
                  + " is no folder; create it or mend sources."
                  + source.name()
                  + ".folder."));
      return;
    }
    source.entities().forEach(entity -> entity(source, entity));
  }

  private void entity(SourceDeclaration source, EntityDeclaration entity) {
    String what = "Source " + source.name() + "." + entity.name();
    int files = 0;
    try (DirectoryStream<Path> matching =
        Files.newDirectoryStream(source.folder(), entity.filePattern())) {
      for (Path file : matching) {
        files += Files.isReadable(file) ? 1 : 0;
      }
    } catch (IOException e) {
      findings.add(Finding.error(what, "cannot list " + source.folder() + ": " + e.getMessage()));
      return;
    }
    findings.add(
        files > 0
            ? Finding.ok(what, files + " files match " + entity.filePattern())
            : Finding.warning(
                what, "no file matches " + entity.filePattern() + "; the night goes on without."));
    MappingCheck.check(entity, Optional.empty())
        .forEach(
            problem ->
                findings.add(
                    Finding.error(what, "line " + problem.line() + ": " + problem.message())));
  }
}
