package io.clientele.jobs.doctor;

import io.clientele.etl.landing.DeliveredFiles;
import io.clientele.etl.mapping.MappingCheck;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.jobs.nightly.OpenProject;
import io.clientele.pipeline.metadata.DatabaseHealth;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at Java, time zones, disks, database, clock, sources, files and mappings, and says the next
 * move for each.
 */
public final class Doctor {
  private final OpenProject project;
  private final Clock clock;
  private final List<Finding> findings = new ArrayList<>();

  public Doctor(OpenProject project, Clock clock) {
    this.project = project;
    this.clock = clock;
  }

  /** Everything that was looked at, in the order in which a night needs it. */
  public List<Finding> look() {
    findings.add(MachineLook.java());
    findings.add(MachineLook.timeZones(project.config().company().zone()));
    findings.add(MachineLook.disk("Disk", project.warehouse()));
    findings.add(
        MachineLook.disk("Disk for scratch", Path.of(System.getProperty("java.io.tmpdir"))));
    findings.add(MachineLook.clock(clock.instant(), metadata()));
    project.config().sources().forEach(this::source);
    return List.copyOf(findings);
  }

  /** Empty when there is no database yet, or none that answers. */
  private Optional<DatabaseHealth> metadata() {
    if (project.config().metadata().url().isEmpty() && !Files.exists(project.warehouse())) {
      findings.add(Finding.ok("Warehouse", "not there yet; clientele nightly makes it."));
      return Optional.empty();
    }
    try (MetadataDatabase database = project.metadata()) {
      DatabaseHealth health = database.health();
      findings.add(
          health
              .problem()
              .map(
                  problem ->
                      Finding.error(
                          "Metadata database",
                          health.product() + " is damaged: " + problem + "; restore the backup."))
              .orElseGet(
                  () -> Finding.ok("Metadata database", health.product() + ", can be written")));
      findings.add(publication(database));
      return Optional.of(health);
    } catch (RuntimeException e) {
      findings.add(
          Finding.error(
              "Metadata database",
              "cannot be used: " + e.getMessage() + "; check metadata.url in clientele.yaml."));
      return Optional.empty();
    }
  }

  private static Finding publication(MetadataDatabase database) {
    return database
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
        .orElseGet(() -> Finding.warning("Publication", "none yet; run clientele nightly."));
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
    DeliveredFiles files = DeliveredFiles.of(source, entity);
    findings.add(
        files.count() > 0
            ? Finding.ok(what, files.count() + " files match " + entity.filePattern())
            : Finding.warning(
                what, "no file matches " + entity.filePattern() + "; the night goes on without."));
    MappingCheck.check(entity, header(what, files))
        .forEach(
            problem ->
                findings.add(
                    Finding.error(what, "line " + problem.line() + ": " + problem.message())));
  }

  /**
   * Columns of the newest file; empty when none can be told, which is said where it is a defect.
   */
  private Optional<List<String>> header(String what, DeliveredFiles files) {
    try {
      return Optional.of(files.header()).filter(names -> !names.isEmpty());
    } catch (IOException e) {
      findings.add(
          Finding.error(
              what,
              files.newest().orElse("")
                  + " cannot be read: "
                  + e.getMessage()
                  + "; have it delivered again."));
      return Optional.empty();
    }
  }
}
