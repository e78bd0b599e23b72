package io.clientele.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An independent reading of the sales files: plain splitting of lines, its own rules for what is
 * valid, nothing of the generator.
 */
final class Recount {
  private static final DateTimeFormatter WEB =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TILL =
      DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);

  /** "file:line" of every refused line. */
  final Set<String> refused = new TreeSet<>();

  /** "source month" to its sums. */
  final Map<String, Sums> sums = new TreeMap<>();

  private final Map<String, String[]> heads = new HashMap<>();

  Recount(Path folder) throws IOException {
    Path webshop = folder.resolve("extracts/webshop");
    for (Path file : files(webshop, "orders_")) {
      eachLine(file, StandardCharsets.UTF_8, ",", 5, cells -> isHead(cells));
    }
    for (Path file : files(webshop, "order_lines_")) {
      eachLine(file, StandardCharsets.UTF_8, ",", 6, this::isWebLine);
    }
    for (Path file : files(folder.resolve("extracts/tills"), "bons_")) {
      if (!file.toString().endsWith("_kopie.csv")) {
        eachLine(file, Charset.forName("windows-1252"), ";", 10, this::isTillLine);
      }
    }
  }

  private boolean isHead(String[] head) {
    boolean isValid = !head[0].isEmpty() && time(head[1], WEB) != null;
    if (isValid && !head[3].equals("TEST")) {
      heads.put(head[0], head);
    }
    return isValid;
  }

  private boolean isWebLine(String[] line) {
    if (line[2].startsWith("TEST")) {
      return true;
    }
    String[] head = heads.get(line[0]);
    if (head == null
        || line[2].isEmpty()
        || line[2].contains("\"")
        || line[2].contains("\uFFFD")
        || isNoQuantity(line[3])
        || number(line[4]) == null) {
      return false;
    }
    BigDecimal quantity = number(line[3]);
    Sums sum = sums.computeIfAbsent("webshop " + head[1].substring(0, 7), key -> new Sums());
    String kind =
        head[3].equals("CANCELLED")
            ? "cancelled"
            : quantity.signum() < 0
                ? "returned"
                : line[2].equals("SHIPPING") ? "shipping" : "gross";
    sum.add(kind, line[0], head[2], quantity.multiply(number(line[4])), number(line[5]));
    return true;
  }

  private boolean isTillLine(String[] line) {
    LocalDateTime at = time(line[1], TILL);
    BigDecimal price = number(line[7].replace(',', '.'));
    if (line[0].isEmpty()
        || at == null
        || line[3].isEmpty()
        || isNoQuantity(line[6])
        || price == null) {
      return false;
    }
    BigDecimal quantity = number(line[6]);
    Sums sum = sums.computeIfAbsent("tills " + at.toString().substring(0, 7), key -> new Sums());
    BigDecimal discount = number(line[8].replace(',', '.'));
    BigDecimal amount = quantity.multiply(price);
    if (amount.subtract(discount).compareTo(number(line[9].replace(',', '.'))) != 0) {
      throw new IllegalStateException("amount is wrong: " + String.join(";", line));
    }
    sum.add(quantity.signum() < 0 ? "returned" : "gross", line[0], line[5], amount, discount);
    return true;
  }

  private void eachLine(Path file, Charset charset, String separator, int cells, Rule rule)
      throws IOException {
    String[] lines = new String(Files.readAllBytes(file), charset).split("\r?\n");
    for (int i = 1; i < lines.length; i++) {
      String[] line = lines[i].split(separator, -1);
      if (line.length != cells || !rule.isValid(line)) {
        refused.add(file.getFileName() + ":" + (i + 1));
      }
    }
  }

  private static boolean isNoQuantity(String text) {
    BigDecimal quantity = number(text);
    return quantity == null || quantity.signum() == 0;
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static LocalDateTime time(String text, DateTimeFormatter format) {
    try {
      LocalDateTime time = LocalDateTime.parse(text, format);
      return time.getYear() < 1970 ? null : time;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static List<Path> files(Path folder, String prefix) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, prefix + "*.csv")) {
      files.forEach(found::add);
    }
    found.sort(null);
    return found;
  }

  private interface Rule {
    boolean isValid(String[] cells);
  }

  /** Sums of a month. */
  static final class Sums {
    final Map<String, BigDecimal> amounts = new HashMap<>();
    final Map<String, Integer> lines = new HashMap<>();
    final Set<String> orders = new HashSet<>();
    final Set<String> customers = new HashSet<>();

    void add(String kind, String order, String customer, BigDecimal amount, BigDecimal discount) {
      amounts.merge(kind, amount, BigDecimal::add);
      amounts.merge("discount", discount, BigDecimal::add);
      lines.merge(kind, 1, Integer::sum);
      orders.add(order);
      if (kind.equals("gross") && !customer.isEmpty()) {
        customers.add(customer);
      }
    }

    String amount(String kind) {
      return amounts.getOrDefault(kind, BigDecimal.ZERO).setScale(2).toPlainString();
    }

    String lines(String kind) {
      return Integer.toString(lines.getOrDefault(kind, 0));
    }
  }
}
