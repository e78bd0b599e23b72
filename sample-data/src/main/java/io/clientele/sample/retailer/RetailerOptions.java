package io.clientele.sample.retailer;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What is to be generated.
 *
 * @param scale 1 = about 2,000 customers, the committed set; 0.1 to 100,000
 * @param seed another seed is another retailer
 * @param part 0-based part of the customers to write
 * @param partCount in how many parts the customers are split; parts may run side by side, into one
 *     folder or several, and together hold the same customers and purchases as one part
 * @param out folder for extracts, planted truth and clientele.yaml
 * @param start first business day, the first of a month
 * @param months at least 6
 */
public record RetailerOptions(
    double scale, long seed, int part, int partCount, Path out, LocalDate start, int months) {
  public static final long COMMITTED_SEED = 20_240_101;

  public RetailerOptions {
    check(scale >= 0.1 && scale <= 100_000, "scale is " + scale, "use 0.1 to 100000");
    check(months >= 6 && months <= 120, "months are " + months, "use 6 to 120");
    check(start.getDayOfMonth() == 1, "start is " + start, "start on the first of a month");
    check(
        partCount >= 1 && part >= 0 && part < partCount,
        "part " + part + " of " + partCount,
        "count parts from 0");
  }

  /** The committed set: scale 1, 2024 and 2025. */
  public static RetailerOptions committed(Path out) {
    return new RetailerOptions(1, COMMITTED_SEED, 0, 1, out, LocalDate.of(2024, 1, 1), 24);
  }

  public RetailerOptions withScale(double newScale) {
    return new RetailerOptions(newScale, seed, part, partCount, out, start, months);
  }

  public RetailerOptions withSeed(long newSeed) {
    return new RetailerOptions(scale, newSeed, part, partCount, out, start, months);
  }

  public RetailerOptions withPart(int newPart, int newPartCount) {
    return new RetailerOptions(scale, seed, newPart, newPartCount, out, start, months);
  }

  /** What files of this part have behind their date; nothing if there is one part. */
  public String suffix() {
    return partCount == 1 ? "" : String.format("_part%03d", part);
  }

  public boolean isMine(int index) {
    return index % partCount == part;
  }

  private static void check(boolean holds, String reason, String nextMove) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Cannot generate the sample: " + reason + "; " + nextMove + ".");
    }
  }
}
