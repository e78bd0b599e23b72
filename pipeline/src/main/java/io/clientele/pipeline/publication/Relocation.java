package io.clientele.pipeline.publication;

import io.clientele.pipeline.PipelineSettings;
import io.clientele.pipeline.metadata.Heartbeat;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.RunLock;
import io.clientele.pipeline.store.TableCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.RewriteTablePath;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a warehouse that was copied or moved stand on its own where it is now. Tables name their
 * files by absolute path; those names are rewritten, rows and data files stay as they are. The
 * place where it stood is not touched and need not be there any more.
 */
public final class Relocation {
  private static final Logger LOG = LoggerFactory.getLogger(Relocation.class);
  private static final String LEASE = "relocation";
  private static final String STAGING = ".relocation";

  private final SparkSession session;
  private final PipelineSettings settings;

  /**
   * @param session with Iceberg's extensions; gets the catalog of this warehouse
   * @param settings whose path is where the warehouse is now
   */
  public Relocation(SparkSession session, PipelineSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /**
   * What was done.
   *
   * @param from where it stood
   * @param tables how many were rewritten, change sets included; 0 = it stands where it stood
   */
  public record Outcome(Path from, int tables) {}

  /**
   * Rewrites the names. When it is broken off, begin again from the copy.
   *
   * @throws io.clientele.pipeline.metadata.WarehouseBusyException when a run is at work in it
   */
  public Outcome run() {
    try (MetadataDatabase database = MetadataDatabase.open(settings.metadataUrl())) {
      Path from = stoodAt(database);
      if (from.equals(settings.path())) {
        return new Outcome(from, 0);
      }
      RunLock lock = database.lock();
      lock.acquire(LEASE, settings.clock().instant());
      try (Heartbeat unused = Heartbeat.start(lock, LEASE, settings.clock())) {
        return new Outcome(from, relocate(database, from));
      } finally {
        lock.release(LEASE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot relocate %s: %s; see to the folder and begin again from the copy."
              .formatted(settings.path(), e.getMessage()),
          e);
    }
  }

  private Path stoodAt(MetadataDatabase database) {
    if (!database.publications().unsettled().isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot relocate %s: its last publication was broken off; run clientele nightly where it stood, and copy it again."
              .formatted(settings.path()));
    }
    return database
        .publications()
        .newest()
        .map(newest -> Path.of(newest.publication().warehousePath()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot relocate %s: nothing was published in it; run clientele nightly instead."
                        .formatted(settings.path())));
  }

  private int relocate(MetadataDatabase database, Path from) throws IOException {
    Path staging = settings.path().resolve(STAGING);
    deleteFolder(staging);
    int count = 0;
    Map<Path, Path> moves = new LinkedHashMap<>();
    try (TableCatalog catalog = TableCatalog.openMoved(session, settings.path(), database, from)) {
      for (String name : catalog.names()) {
        Table table = catalog.find(name).orElseThrow();
        moves.putAll(rewrite(table, from, staging.resolve(name)));
        count++;
        LOG.info("{}: {} names are rewritten", name, moves.size());
      }
    }
    for (Map.Entry<Path, Path> move : moves.entrySet()) {
      Files.createDirectories(move.getValue().getParent());
      Files.move(move.getKey(), move.getValue(), StandardCopyOption.REPLACE_EXISTING);
    }
    database.relocated(from, settings.path());
    ManifestFiles files = new ManifestFiles(settings.path());
    List<Published> publications = database.publications().retained();
    publications.forEach(published -> files.write(published.publication()));
    files.makeCurrent(publications.get(publications.size() - 1).publication());
    deleteFolder(staging);
    return count;
  }

  /** Staged file to the place it belongs; data files stay where they are. */
  private Map<Path, Path> rewrite(Table table, Path from, Path staging) throws IOException {
    RewriteTablePath.Result result =
        SparkActions.get(session)
            .rewriteTablePath(table)
            .rewriteLocationPrefix(from.toString(), settings.path().toString())
            .stagingLocation(staging + "/")
            .execute();
    Map<Path, Path> moves = new LinkedHashMap<>();
    for (String line : lines(Path.of(result.fileListLocation()))) {
      int comma = line.indexOf(',');
      Path source = Path.of(line.substring(0, comma));
      if (source.startsWith(staging)) {
        moves.put(source, Path.of(line.substring(comma + 1)));
      }
    }
    return moves;
  }

  /** One file, or a folder of parts. */
  private static List<String> lines(Path list) throws IOException {
    if (Files.isRegularFile(list)) {
      return Files.readAllLines(list);
    }
    List<String> lines = new ArrayList<>();
    try (Stream<Path> parts = Files.list(list)) {
      for (Path part :
          parts.filter(one -> one.getFileName().toString().startsWith("part")).toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    return lines;
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
