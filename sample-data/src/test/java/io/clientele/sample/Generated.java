package io.clientele.sample;

import io.clientele.sample.retailer.RetailerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Generated sets of the tests; the committed one is read, not written. */
final class Generated {
  private Generated() {}

  /** The committed folder. */
  static Path committed() {
    return Path.of(System.getProperty("clientele.root", "..")).resolve("sample-data");
  }

  static Path in(RetailerOptions options) {
    return GenerateSample.run(options, share -> {}).folder();
  }

  /** A file of the planted truth as records by column. */
  static List<Map<String, String>> truth(Path folder, String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Path file = folder.resolve("planted-truth").resolve(name + ".csv");
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    }
  }

  static Map<String, String> facts(Path folder) throws IOException {
    return truth(folder, "facts").stream()
        .collect(Collectors.toMap(row -> row.get("fact"), row -> row.get("value")));
  }

  /** Everything that generation writes, by path relative to the folder. */
  static Map<String, byte[]> bytes(Path folder) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    for (String part : List.of("extracts", "planted-truth", "clientele.yaml")) {
      try (Stream<Path> files = Files.walk(folder.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          bytes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return new LinkedHashMap<>(bytes);
  }
}
