package io.clientele.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the extracts without anything of the generator, leaving out the rows planted as broken. */
final class PlainReader {
  private final Path folder;

  /** "source/file" to the lines of broken rows. */
  private final Map<String, List<Integer>> broken = new HashMap<>();

  PlainReader(Path folder) throws IOException {
    this.folder = folder;
    try (var lists =
        Files.newDirectoryStream(folder.resolve("planted-truth"), "broken-rows*.csv")) {
      for (Path list : lists) {
        String name = list.getFileName().toString().replace(".csv", "");
        for (Map<String, String> row : Generated.truth(folder, name)) {
          int last = Integer.parseInt(row.get("line_number"));
          int first = last - (int) row.get("raw_text").chars().filter(c -> c == '\n').count();
          for (int line = first; line <= last; line++) {
            broken
                .computeIfAbsent(
                    row.get("source") + "/" + row.get("file"), key -> new ArrayList<>())
                .add(line);
          }
        }
      }
    }
  }

  /** Good rows by file, in the order of file names; copies are left out. */
  Map<String, List<Map<String, String>>> rows(String source, String entity) throws IOException {
    Map<String, List<Map<String, String>>> byFile = new TreeMap<>();
    Path place = folder.resolve("extracts").resolve(source);
    try (var files = Files.newDirectoryStream(place, entity + "_2*.csv")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.contains("_copy") && !name.contains("_kopie")) {
          byFile.put(name, rows(source, file));
        }
      }
    }
    return byFile;
  }

  private List<Map<String, String>> rows(String source, Path file) throws IOException {
    boolean isTill = source.equals("tills");
    Charset charset = isTill ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    String[] lines = new String(Files.readAllBytes(file), charset).split("\r?\n");
    List<Integer> left = broken.getOrDefault(source + "/" + file.getFileName(), List.of());
    StringBuilder good = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      if (!left.contains(i + 1)) {
        good.append(lines[i]).append('\n');
      }
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(lines[0].contains(";") ? ';' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (CSVParser parser = CSVParser.parse(good.toString(), format)) {
      return parser.stream().map(CSVRecord::toMap).toList();
    }
  }
}
