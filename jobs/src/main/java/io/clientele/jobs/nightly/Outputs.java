package io.clientele.jobs.nightly;

import io.clientele.reports.list.ChurnList;
import io.clientele.reports.list.ChurnListOptions;
import io.clientele.reports.list.ChurnListSummary;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.ReportOptions;
import io.clientele.reports.segment.SegmentReport;
import io.clientele.reports.text.OutputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files that people open after a night. A half-written file is never seen. */
public final class Outputs {
  private static final String CHURN_LIST = "churn-list.csv";

  private Outputs() {}

  /** Writes the segment report of the newest publication. */
  public static Path report(OpenProject project, Path folder) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(project.warehouse())) {
      return report(project, warehouse, folder);
    }
  }

  static Path report(OpenProject project, PublishedWarehouse warehouse, Path folder) {
    return SegmentReport.write(
        warehouse,
        new ReportOptions(
            project.config().company().name(), project.config().company().currencyCode(), folder));
  }

  /**
   * Writes the list. When churn is withheld there is none: the list of an earlier night would be
   * taken for tonight's, and an empty one for good news.
   *
   * @return where it is, or why there is none
   */
  static String churnList(OpenProject project, PublishedWarehouse warehouse, Path folder) {
    StringBuilder list = new StringBuilder();
    ChurnListSummary summary =
        ChurnList.write(
            warehouse,
            ChurnListOptions.everybody(OutputFormat.CSV, project.config().company().currencyCode()),
            list);
    if (summary.withheldReason().isPresent()) {
      remove(folder.resolve(CHURN_LIST));
      return "none; " + summary.withheldReason().get();
    }
    return put(folder, CHURN_LIST, list).toString();
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot remove "
              + file
              + ", the list of an earlier night: "
              + e.getMessage()
              + "; remove it by hand.",
          e);
    }
  }

  private static Path put(Path folder, String name, CharSequence text) {
    Path file = folder.resolve(name);
    Path half = folder.resolve("." + name + ".part");
    try {
      Files.createDirectories(folder);
      Files.writeString(half, text, StandardCharsets.UTF_8);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write " + file + ": " + e.getMessage() + "; name a folder that can be written.",
          e);
    }
  }
}
