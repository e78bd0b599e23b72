package io.clientele.models.value;

import io.clientele.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The CDNOW sample: 2,357 customers who first bought in the first twelve weeks of 1997. */
final class Cdnow {
  static final LocalDate CALIBRATED_TO = LocalDate.of(1997, 9, 30);
  static final LocalDate HELD_OUT_TO = LocalDate.of(1998, 6, 30);

  private Cdnow() {}

  static PurchaseLog log() throws IOException {
    List<PurchaseLog.Purchase> purchases = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.file("cdnow_sample/CDNOW_sample.txt"))) {
      String[] cells = line.strip().split(" +");
      LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
      purchases.add(
          new PurchaseLog.Purchase(cells[1], (int) day.toEpochDay(), Double.parseDouble(cells[4])));
    }
    return PurchaseLog.of(purchases);
  }
}
