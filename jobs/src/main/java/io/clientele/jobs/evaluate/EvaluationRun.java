package io.clientele.jobs.evaluate;

import io.clientele.jobs.spark.Workload;
import io.clientele.models.evaluation.EvaluationResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * One call of {@code clientele evaluate}: opens the file, lets a model family judge it, prints.
 *
 * @param task name of the family
 * @param input the file
 * @param isJson whether one JSON object is printed, and nothing else; otherwise a text
 * @param out folder for predictions and the like; empty = none are written
 * @param version version of the program
 */
public record EvaluationRun(
    String task, InputFile input, boolean isJson, Optional<Path> out, String version) {
  private static final long LARGE_BYTES = 16L << 20;
  private static final int UNPACKED = 10;

  /** What a family makes of a file. */
  @FunctionalInterface
  public interface Judge {
    EvaluationResult judge(InputTable table);
  }

  /** How the file is opened. */
  @FunctionalInterface
  public interface Opening {
    InputTable open(SparkSession session, InputFile input);
  }

  /** Carries it out on a table with columns. */
  public void print(Function<Workload, SparkSession> sessions, Judge family, PrintWriter terminal) {
    print(sessions, InputTable::open, family, terminal);
  }

  /**
   * Carries it out.
   *
   * @param sessions starts the session for so much data
   * @param opening how the file is opened
   * @param terminal where the result is printed
   * @throws IllegalArgumentException when the file or a column cannot be used
   */
  public void print(
      Function<Workload, SparkSession> sessions,
      Opening opening,
      Judge family,
      PrintWriter terminal) {
    long start = System.nanoTime();
    InputTable table = opening.open(sessions.apply(workload()), input);
    EvaluationResult result = family.judge(table);
    out.ifPresent(folder -> Sheets.write(folder, result.sheets()));
    Map<String, Object> tree = tree(table.counts(), result);
    tree.put("seconds", Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    tree.put("version", version);
    Object plain = ResultTree.withoutNaN(tree);
    terminal.println(isJson ? ResultTree.json(plain) : ResultTree.text(plain));
    terminal.flush();
  }

  private Map<String, Object> tree(RowCounts counts, EvaluationResult result) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("task", task);
    tree.put("file", input.path().toString());
    tree.put("rows", counts.rows());
    tree.put("rejected_rows", counts.rejected());
    tree.put("left_out_rows", counts.leftOut());
    tree.putAll(result.keys());
    List<String> warnings = new ArrayList<>(counts.warnings());
    warnings.addAll(result.warnings());
    tree.put("warnings", warnings);
    return tree;
  }

  private Workload workload() {
    try {
      boolean isPacked = input.path().toString().endsWith(".gz");
      long bytes = Files.size(input.path()) * (isPacked ? UNPACKED : 1);
      boolean isSmall = Files.isRegularFile(input.path()) && bytes < LARGE_BYTES;
      return isSmall ? Workload.SMALL : Workload.LARGE;
    } catch (IOException unreadable) {
      return Workload.LARGE; // Whoever opens it says why it cannot be read.
    }
  }
}
