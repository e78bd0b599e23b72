package io.clientele.sample;

import io.clientele.sample.retailer.RetailerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Which files of a generated set arrive on which evening, also those that come late or twice. */
public final class Deliveries {
  private Deliveries() {}

  /** Paths relative to the folder by day of arrival, the first day first. */
  public static NavigableMap<LocalDate, List<Path>> byDay(Path folder) throws IOException {
    NavigableMap<LocalDate, List<Path>> byDay = new TreeMap<>();
    Path truth = folder.resolve("planted-truth");
    try (var lists = Files.newDirectoryStream(truth, "deliveries*.csv")) {
      for (Path list : lists) {
        read(list, byDay);
      }
    }
    byDay.values().forEach(files -> files.sort(null));
    return byDay;
  }

  /** Copies what has arrived from one day to another, both included, as it lies in the folder. */
  public static void copy(Path from, Path to, LocalDate first, LocalDate last) throws IOException {
    for (List<Path> files : byDay(from).subMap(first, true, last, true).values()) {
      for (Path file : files) {
        Files.createDirectories(to.resolve(file).getParent());
        Files.copy(from.resolve(file), to.resolve(file));
      }
    }
  }

  static void removeEarlier(RetailerOptions options) throws IOException {
    for (Path file : own(options)) {
      Files.deleteIfExists(options.out().resolve(file));
    }
  }

  static GeneratedSample sample(RetailerOptions options) throws IOException {
    List<Path> files = own(options);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(options.out().resolve(file));
    }
    return new GeneratedSample(options.out(), files.size(), bytes);
  }

  private static List<Path> own(RetailerOptions options) throws IOException {
    Path list =
        options.out().resolve("planted-truth").resolve("deliveries" + options.suffix() + ".csv");
    NavigableMap<LocalDate, List<Path>> byDay = new TreeMap<>();
    if (Files.exists(list)) {
      read(list, byDay);
    }
    return byDay.values().stream().flatMap(List::stream).toList();
  }

  private static void read(Path list, NavigableMap<LocalDate, List<Path>> byDay)
      throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(list, StandardCharsets.UTF_8, format)) {
      for (CSVRecord delivery : parser) {
        byDay
            .computeIfAbsent(
                LocalDate.parse(delivery.get("delivered_on")), day -> new ArrayList<>())
            .add(Path.of("extracts", plain(delivery.get("source")), plain(delivery.get("file"))));
      }
    }
  }

  /** A list that somebody changed must not lead out of the folder. */
  private static String plain(String name) {
    return Path.of(name).getFileName().toString();
  }
}
