package io.clientele.models.segment.cluster;

import io.clientele.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** UCI Online Retail, cleaned as usual, as features of its customers at any date. */
final class OnlineRetailMonths {
  private record Line(String customer, LocalDate day, String invoice, double amount) {}

  private final List<Line> lines = new ArrayList<>();
  private final Map<LocalDate, Map<String, double[]>> known = new TreeMap<>();

  OnlineRetailMonths() {
    var file = SharedData.file("online_retail_2010_2011/online_retail_2010_2011.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.lines().skip(1).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only the description may hold commas: columns are counted from both ends. */
  private void add(String text) {
    String[] cells = text.split(",", -1);
    int n = cells.length;
    // From the end: country (may be quoted with a comma, not in this file), customer, price, time.
    String customer = cells[n - 2];
    double price = Double.parseDouble(cells[n - 3]);
    int quantity = Integer.parseInt(cells[n - 5]);
    if (!customer.isEmpty() && !cells[0].startsWith("C") && quantity > 0 && price > 0) {
      LocalDate day = LocalDate.parse(cells[n - 4].substring(0, 10));
      lines.add(new Line(customer, day, cells[0], quantity * price));
    }
  }

  /** Days since the last purchase, invoices and spend by customer, before that date. */
  Map<String, double[]> at(LocalDate asOf) {
    return known.computeIfAbsent(asOf, this::read);
  }

  private Map<String, double[]> read(LocalDate asOf) {
    Map<String, double[]> customers = new TreeMap<>();
    Map<String, Set<String>> invoices = new TreeMap<>();
    for (Line line : lines) {
      if (line.day().isBefore(asOf)) {
        double age = asOf.toEpochDay() - line.day().toEpochDay();
        double[] rfm = customers.computeIfAbsent(line.customer(), none -> new double[] {age, 0, 0});
        rfm[0] = Math.min(rfm[0], age);
        rfm[2] += line.amount();
        if (invoices
            .computeIfAbsent(line.customer(), none -> new HashSet<>())
            .add(line.invoice())) {
          rfm[1]++;
        }
      }
    }
    return customers;
  }
}
