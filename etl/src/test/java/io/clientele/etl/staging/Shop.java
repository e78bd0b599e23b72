package io.clientele.etl.staging;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.DatePattern;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.FileFormat;
import io.clientele.etl.source.SourceDeclaration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A source with one entity, to be bent by each test. */
final class Shop {
  private final Path folder;
  private final String canonical;
  private final String files;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private Optional<DatePattern> day = Optional.empty();
  private FileFormat format = FileFormat.standard();
  private List<String> key = List.of();
  private Optional<String> where = Optional.empty();
  private ZoneId zone = ZoneId.of("Europe/Berlin");
  private boolean isHistory;

  private Shop(Path folder, String canonical, String files) {
    this.folder = folder;
    this.canonical = canonical;
    this.files = files;
  }

  /** Sales lines with columns order, at, product, qty, price. */
  static Shop lines(Path folder) {
    return new Shop(folder, "sales_line", "lines*")
        .map("order_id", "`order`")
        .map("ordered_at", "at")
        .map("product_id", "product")
        .map("quantity", "qty")
        .map("unit_price", "price");
  }

  /** Customers with columns id, name. */
  static Shop customers(Path folder) {
    return new Shop(folder, "customer", "customers*")
        .map("source_customer_id", "id")
        .map("full_name", "name");
  }

  Shop map(String field, String expression) {
    fields.put(field, expression);
    return this;
  }

  Shop day(String regex, String pattern) {
    day = Optional.of(new DatePattern(regex, pattern));
    return this;
  }

  Shop format(FileFormat other) {
    format = other;
    return this;
  }

  Shop key(String... columns) {
    key = List.of(columns);
    return this;
  }

  Shop where(String filter) {
    where = Optional.of(filter);
    return this;
  }

  Shop zone(String name) {
    zone = ZoneId.of(name);
    return this;
  }

  Shop history() {
    isHistory = true;
    return this;
  }

  EntityDeclaration entity() {
    Map<String, Integer> lines = new LinkedHashMap<>();
    int line = 10;
    for (String field : fields.keySet()) {
      lines.put("map." + field, line++);
    }
    return new EntityDeclaration(
        "shop",
        canonical + "s",
        canonical,
        files,
        day,
        Delivery.FULL,
        isHistory,
        format,
        key,
        Redelivery.APPEND,
        where,
        fields,
        List.of(),
        lines);
  }

  SourceDeclaration source() {
    return new SourceDeclaration("shop", folder, zone, "EUR", List.of(entity()));
  }

  String table() {
    return entity().stagingTable();
  }

  static FileFormat format(String charset, char separator, boolean decimalComma, String times) {
    return new FileFormat(
        Charset.forName(charset),
        separator,
        Optional.of('"'),
        decimalComma,
        Optional.empty(),
        Optional.ofNullable(times),
        List.of());
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  Shop deliver(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), bytes);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Shop deliver(String name, String... lines) {
    return deliver(name, (String.join("\n", lines) + "\n").getBytes(format.charset()));
  }
}
