package io.clientele.sample.source;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.retailer.RetailerOptions;
import io.clientele.sample.truth.PlantedTruth;
import java.time.LocalDate;
import java.util.List;

/** The folder of one source; knows what lies in it and who planted what. */
final class Shelf {
  private final RetailerOptions options;
  private final String source;
  private final PlantedTruth truth;

  Shelf(RetailerOptions options, String source, PlantedTruth truth) {
    this.options = options;
    this.source = source;
    this.truth = truth;
  }

  /** Faults and whole-company files are written by the first part only. */
  boolean isFirstPart() {
    return options.part() == 0;
  }

  ExtractFile open(String entity, String label, LocalDate on, Dialect dialect, String... header) {
    return open(entity, new Delivery(entity + "_" + label, on, ""), dialect, header);
  }

  ExtractFile open(String entity, Delivery delivery, Dialect dialect, String... header) {
    String name = delivery.name() + options.suffix() + ".csv";
    truth.delivered(source, entity, name, delivery.on(), delivery.note());
    return new ExtractFile(
        options.out().resolve("extracts").resolve(source).resolve(name), dialect, header);
  }

  void delivered(String entity, String file, LocalDate on, String note) {
    truth.delivered(source, entity, file, on, note);
  }

  /** Plants the faults behind the good row. */
  void plant(List<Fault> faults, String entity, ExtractFile file, List<String> good) {
    for (Fault fault : faults) {
      plant(fault.kind(), fault.reasons(), entity, file, fault.text().apply(good));
    }
  }

  void plant(String kind, String reasons, String entity, ExtractFile file, String text) {
    file.raw(text);
    truth.broken(kind, source, entity, file, reasons, text);
  }

  /**
   * A file as it arrives.
   *
   * @param name without suffix and ending
   * @param note why it does not arrive in the night of its date; mostly empty
   */
  record Delivery(String name, LocalDate on, String note) {}
}
