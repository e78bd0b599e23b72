package io.clientele.jobs.schedule.home;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dagfile.DagFolder;
import io.clientele.jobs.schedule.dagfile.LoadSettings;
import io.clientele.jobs.schedule.dagfile.LoadedDag;
import io.clientele.jobs.schedule.engine.DagBag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The DAGs of a folder, read again when a file has changed. */
public final class FolderBag implements DagBag {
  private static final Logger LOG = LoggerFactory.getLogger(FolderBag.class);

  private final Path folder;
  private Map<Path, FileTime> stamps = Map.of();
  private DagFolder.Contents contents = new DagFolder.Contents(List.of(), List.of(), List.of());
  private List<DagDefinition> dags = List.of();

  public FolderBag(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public synchronized List<DagDefinition> dags() {
    refresh();
    return dags;
  }

  /** What the folder holds, with refused files and warnings. */
  public synchronized DagFolder.Contents contents() {
    refresh();
    return contents;
  }

  private void refresh() {
    Map<Path, FileTime> now = stamps();
    if (now.equals(stamps) && !stamps.isEmpty()) {
      return;
    }
    contents = DagFolder.load(folder, LoadSettings.standard());
    contents.errors().forEach(error -> LOG.warn("refused: {}", error.message()));
    dags = contents.dags().stream().map(LoadedDag::definition).toList();
    stamps = now;
  }

  private Map<Path, FileTime> stamps() {
    Map<Path, FileTime> found = new TreeMap<>();
    try {
      for (Path file : DagFolder.files(folder)) {
        found.put(file, Files.getLastModifiedTime(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the DAG folder " + folder + ": " + e.getMessage() + "; mend it.", e);
    }
    return found;
  }
}
