package io.clientele.reports.export;

import java.nio.file.Path;
import java.util.List;

/**
 * Which published tables go where.
 *
 * @param tables names; empty = all
 * @param format of the files
 * @param folder made when missing; files of the same name in it are replaced
 */
public record ExportOptions(List<String> tables, FileFormat format, Path folder) {
  public ExportOptions {
    tables = List.copyOf(tables);
  }

  /** Formats of exported files. */
  public enum FileFormat {
    PARQUET,
    CSV
  }
}
