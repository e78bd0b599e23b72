package io.clientele.sample.truth;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.retailer.RetailerOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The files beside the extracts, written while the extracts are. */
public final class PlantedTruth implements AutoCloseable {
  private static final Dialect PLAIN = new Dialect(StandardCharsets.UTF_8, ',', "\n", '.');

  private final Path folder;
  private final String suffix;
  private final ExtractFile deliveries;
  private final ExtractFile brokenRows;
  private final ExtractFile totals;
  private final ExtractFile entityTotals;

  public PlantedTruth(RetailerOptions options) {
    this.folder = options.out().resolve("planted-truth");
    this.suffix = options.suffix();
    this.deliveries = open("deliveries", "source", "entity", "file", "delivered_on", "note");
    this.brokenRows =
        open(
            "broken-rows",
            "kind",
            "source",
            "entity",
            "file",
            "line_number",
            "record_number",
            "reasons",
            "raw_text");
    this.totals = open("totals", MonthTally.HEADER);
    this.entityTotals = open("entity-totals", EntityTally.HEADER);
  }

  /** A file of the truth. */
  public ExtractFile open(String name, String... header) {
    return new ExtractFile(folder.resolve(name + suffix + ".csv"), PLAIN, header);
  }

  /** A file arrives in the evening of the day. */
  public void delivered(String source, String entity, String file, LocalDate on, String note) {
    deliveries.write(List.of(source, entity, file, on.toString(), note));
  }

  /** The newest record of the file is broken. */
  public void broken(
      String kind, String source, String entity, ExtractFile file, String reasons, String text) {
    brokenRows.write(
        List.of(
            kind,
            source,
            entity,
            file.name(),
            Long.toString(file.lineNumber()),
            Long.toString(file.recordNumber()),
            reasons,
            text.replace(ExtractFile.STRAY_BYTE, '\uFFFD')));
  }

  void total(List<String> cells) {
    totals.write(cells);
  }

  void entityTotal(List<String> cells) {
    entityTotals.write(cells);
  }

  @Override
  public void close() {
    deliveries.close();
    brokenRows.close();
    totals.close();
    entityTotals.close();
  }
}
