package io.clientele.jobs.schedule.dagfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of DAG files, with those below it. A file that is refused takes no other with it. */
public final class DagFolder {
  private static final Set<String> DEFAULTS = Set.of("defaults.yml", "defaults.yaml");

  private DagFolder() {}

  /**
   * What a folder holds.
   *
   * @param dags in the order of file names, then of the file
   * @param errors files that are refused, with every reason
   * @param warnings what Airflow would do without a word, one line each
   */
  public record Contents(List<LoadedDag> dags, List<ImportError> errors, List<String> warnings) {}

  /** A file that gives no DAG: its path relative to the folder, and why. */
  public record ImportError(String file, String message) {}

  /** Reads all {@code *.yaml} and {@code *.yml} files below a folder. */
  public static Contents load(Path folder, LoadSettings settings) {
    Map<String, LoadedDag> dags = new LinkedHashMap<>();
    List<ImportError> errors = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Path file : files(folder)) {
      Path name = folder.relativize(file);
      DagFileReader reader = new DagFileReader(name, settings);
      try {
        List<LoadedDag> read = read(file, name, reader);
        refuseTwice(name, read, dags);
        read.forEach(dag -> dags.put(dag.definition().dagId(), dag));
      } catch (DagFileException refused) {
        errors.add(new ImportError(name.toString(), refused.getMessage()));
      }
      warnings.addAll(reader.warnings());
    }
    return new Contents(List.copyOf(dags.values()), errors, warnings);
  }

  /**
   * The DAGs of one file.
   *
   * @throws DagFileException with everything that is refused
   */
  public static Contents loadFile(Path file, LoadSettings settings) {
    DagFileReader reader = new DagFileReader(file.getFileName(), settings);
    List<LoadedDag> dags = read(file, file.getFileName(), reader);
    return new Contents(dags, List.of(), reader.warnings());
  }

  /** DAG files below a folder in the order of their names. */
  public static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(DagFolder::isYaml).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "Cannot read the DAG folder " + folder + ": it cannot be listed; name another.",
          unreadable);
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private static List<LoadedDag> read(Path file, Path name, DagFileReader reader) {
    if (DEFAULTS.contains(file.getFileName().toString())) {
      throw refused(
          name,
          "it would also be read as a DAG file, with a DAG default_args; put its keys under"
              + " `default:` in each file");
    }
    try {
      return reader.dags(Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException notUtf8) {
      throw refused(name, "it is not UTF-8; save it as UTF-8");
    } catch (IOException unreadable) {
      throw refused(name, "it cannot be read: " + unreadable.getMessage() + "; mend its rights");
    }
  }

  private static void refuseTwice(Path name, List<LoadedDag> read, Map<String, LoadedDag> known) {
    for (LoadedDag dag : read) {
      LoadedDag first = known.get(dag.definition().dagId());
      if (first != null) {
        throw refused(
            name,
            "the DAG id %s stands in %s too; rename one"
                .formatted(dag.definition().dagId(), first.definition().file()));
      }
    }
  }

  private static DagFileException refused(Path name, String reason) {
    return new DagFileException(name, List.of("%s:1: %s.".formatted(name, reason)));
  }
}
