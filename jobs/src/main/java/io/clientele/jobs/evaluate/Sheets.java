package io.clientele.jobs.evaluate;

import io.clientele.models.evaluation.EvaluationResult.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes what was found for single rows as CSV files. */
final class Sheets {
  private Sheets() {}

  static void write(Path folder, List<Sheet> sheets) {
    try {
      Files.createDirectories(folder);
      for (Sheet sheet : sheets) {
        write(folder.resolve(sheet.fileName()), sheet);
      }
    } catch (IOException failed) {
      throw new IllegalArgumentException(
          "Cannot write to " + folder + ": " + failed.getMessage() + "; name another --out.",
          failed);
    }
  }

  private static void write(Path file, Sheet sheet) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
      printer.printRecord(sheet.columns());
      for (List<?> row : sheet.rows()) {
        printer.printRecord(row);
      }
    }
  }
}
