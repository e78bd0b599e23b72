package io.clientele.sample.source;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.retailer.RetailerOptions;
import io.clientele.sample.truth.PlantedTruth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;

/** The folder of one source; knows what lies in it and who planted what. */
public final class Shelf {
  private final RetailerOptions options;
  private final String source;
  private final PlantedTruth truth;

  public Shelf(RetailerOptions options, String source, PlantedTruth truth) {
    this.options = options;
    this.source = source;
    this.truth = truth;
  }

  String source() {
    return source;
  }

  /** Faults and whole-company files are written by the first part only. */
  public boolean isFirstPart() {
    return options.part() == 0;
  }

  public ExtractFile open(
      String entity, String label, LocalDate on, Dialect dialect, String... header) {
    return open(entity, new Delivery(entity + "_" + label, on, ""), dialect, header);
  }

  public ExtractFile open(String entity, Delivery delivery, Dialect dialect, String... header) {
    String name = delivery.name() + options.suffix() + ".csv";
    truth.delivered(source, entity, name, delivery.on(), delivery.note());
    return new ExtractFile(path(name), dialect, header);
  }

  private void delivered(String entity, String file, LocalDate on, String note) {
    truth.delivered(source, entity, file, on, note);
  }

  /** The file comes again, to the byte, under another name. */
  public void deliverAgain(String entity, String name, String mark, LocalDate on) {
    Path original = path(name);
    String copy = name.replace(".csv", mark + ".csv");
    try {
      Files.copy(original, path(copy), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot copy " + original + ": " + e.getMessage() + "; is the disk full?", e);
    }
    delivered(entity, copy, on, "second delivery of " + name);
  }

  /** Plants the faults behind the good row. */
  public void plant(List<Fault> faults, String entity, ExtractFile file, List<String> good) {
    for (Fault fault : faults) {
      plant(fault.kind(), fault.reasons(), entity, file, fault.text().apply(good));
    }
  }

  public void plant(String kind, String reasons, String entity, ExtractFile file, String text) {
    file.raw(text);
    truth.broken(kind, source, entity, file, reasons, text);
  }

  private Path path(String name) {
    return options.out().resolve("extracts").resolve(source).resolve(name);
  }

  /**
   * A file as it arrives.
   *
   * @param name without suffix and ending
   * @param note why it does not arrive in the night of its date; mostly empty
   */
  public record Delivery(String name, LocalDate on, String note) {}
}
