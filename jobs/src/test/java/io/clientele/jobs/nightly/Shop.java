package io.clientele.jobs.nightly;

import io.clientele.pipeline.RunListener;
import io.clientele.pipeline.RunOutcome;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.sample.Deliveries;
import io.clientele.sample.GenerateSample;
import io.clientele.sample.retailer.RetailerOptions;
import io.clientele.testkit.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small retailer in a folder, whose deliveries arrive day by day. */
final class Shop {
  /** Two hundred people: enough for a model when the configuration asks for few. */
  private static final double SCALE = 0.1;

  /** The as-of date of the last night; the sample's last business day is the day before. */
  static final LocalDate END = LocalDate.of(2026, 1, 1);

  private static final List<String> AUDIT =
      List.of(
          "run_id",
          "known_at",
          "known_at_basis",
          "settled_in_run_id",
          "refused_in_run_id",
          // What the night before said depends on which nights there were.
          "previous_segment",
          "previous_segment_id",
          "move_type",
          "previous_probability",
          "delta");

  private final Path folder;
  private final Path delivered;

  private Shop(Path folder, Path delivered) {
    this.folder = folder;
    this.delivered = delivered;
  }

  /** An empty project beside the generated deliveries. */
  static Shop in(Path folder, Path generated) {
    try {
      Files.createDirectories(folder.resolve("extracts/webshop"));
      Files.createDirectories(folder.resolve("extracts/tills"));
      Files.createDirectories(folder.resolve("extracts/service"));
      Files.createDirectories(folder.resolve("extracts/loyalty"));
      Files.createDirectories(folder.resolve("extracts/campaigns"));
      Files.createDirectories(folder.resolve("extracts/subscriptions"));
      Files.createDirectories(folder.resolve("extracts/business"));
      Files.createDirectories(folder.resolve("extracts/reference"));
      String yaml = Files.readString(generated.resolve("clientele.yaml"));
      Files.writeString(
          folder.resolve("clientele.yaml"),
          yaml.replaceFirst("(?m)^models:(?s:.*)\\z", "")
              + "\nmodels: {churn: {horizon_days: 90, minimum_customers: 100}}\n");
      return new Shop(folder, generated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A project that hears of web shop and tills only: its nights are shorter. */
  static Shop ofTwoSystems(Path folder, Path generated) throws IOException {
    Shop shop = in(folder, generated);
    Path yaml = folder.resolve("clientele.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replaceAll(
                "(?m)^  (service|loyalty|campaigns|subscriptions|business|reference):\\n"
                    + "(    .*\\n|  #.*\\n|\\n)+",
                ""));
    return shop;
  }

  static Path generate(Path folder) {
    GenerateSample.run(RetailerOptions.committed(folder).withScale(SCALE), share -> {});
    return folder;
  }

  Path folder() {
    return folder;
  }

  Path warehouse() {
    return folder.resolve("warehouse");
  }

  /** All that arrives from one day to another, both included. */
  Shop receives(LocalDate first, LocalDate last) {
    try {
      Deliveries.copy(delivered, folder, first, last);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file of the deliveries, whenever. */
  Shop receives(String file) {
    try {
      Files.copy(delivered.resolve(file), folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file away before the night sees it. */
  Shop without(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A steward says that two records are one customer. */
  Shop hears(String left, String right) {
    try {
      Files.writeString(
          folder.resolve("stewards.csv"),
          "decision,left,right,reason\nalways,%s,%s,asked them\n".formatted(left, right));
      Path yaml = folder.resolve("clientele.yaml");
      Files.writeString(
          yaml, Files.readString(yaml).replace("# overrides: stew", "overrides: stew"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  OpenProject open() {
    return OpenProject.locate(Optional.of(folder));
  }

  RunOutcome night(LocalDate asOf) {
    return job().run(NightlyRequest.nightly("nightly").asOf(Optional.of(asOf)));
  }

  NightlyJob job() {
    return new NightlyJob(
        open(), RunListener.SILENT, Clock.systemUTC(), master -> TestSpark.session());
  }

  /** Table to row count and order-free checksum of all that is not audit. */
  Map<String, String> fingerprint(Stream<String> tables) {
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(warehouse())) {
      return tables.collect(
          Collectors.toMap(
              table -> table, table -> fingerprint(warehouse, table), (a, b) -> a, TreeMap::new));
    }
  }

  /** The load's contract holds up to renaming customers: each is told by its smallest record id. */
  private static String told(PublishedWarehouse warehouse, String table) {
    boolean isOfCustomers =
        warehouse.table(table).columns().stream().anyMatch(c -> c.name().equals("customer_id"));
    return isOfCustomers
        ? """
          (SELECT told.* REPLACE (coalesce(name, told.customer_id) AS customer_id) FROM %s told
           LEFT JOIN (SELECT customer_id, min(customer_record_id) AS name
                      FROM brg_customer_record GROUP BY 1) names
           ON names.customer_id = told.customer_id)"""
            .formatted(rows(table))
        : rows(table);
  }

  private static String fingerprint(PublishedWarehouse warehouse, String table) {
    String audit = AUDIT.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    String asOf =
        warehouse.table(table).columns().stream().anyMatch(c -> c.name().equals("as_of_date"))
            ? " WHERE as_of_date = DATE '" + END + "'"
            : "";
    return warehouse
        .first(
            "SELECT count(*) || ' rows ' || coalesce(sum(hash(x)), 0)::VARCHAR FROM"
                + " (SELECT COLUMNS(c -> c NOT IN (%s)) FROM %s%s) x"
                    .formatted(audit, told(warehouse, table), asOf),
            row -> row.getString(1))
        .orElseThrow();
  }

  /**
   * The state's purchase days carry their own audit column; where neither a file's name nor its
   * rows say since when they hold, they do from their arrival, which is no business time.
   */
  private static String rows(String table) {
    return switch (table) {
      case "ftr_customer_state" ->
          "(SELECT customer_record_id, list_transform(days, lambda d: [d.day::VARCHAR,"
              + " d.order_count::VARCHAR, d.line_count::VARCHAR, d.quantity::VARCHAR,"
              + " d.spend_bought::VARCHAR, d.spend_returned::VARCHAR]) AS days"
              + " FROM ftr_customer_state)";
      case "cnf_store" -> "(SELECT * EXCLUDE (effective_at) FROM cnf_store)";
      case "stg_tills__filialen",
          "stg_webshop__payments",
          "stg_service__cases",
          "stg_service__case_steps" ->
          "(SELECT * EXCLUDE (effective_at, batch_effective_at) FROM " + table + ")";
      case "raw_batch" ->
          "(SELECT * EXCLUDE (batch_id, effective_at, arrived_at, file_modified_at,"
              + " landed_by_run_id) FROM raw_batch)";
      default -> table;
    };
  }

  /** Removes what is there and puts the copy in its place: a warehouse keeps its path. */
  static void restore(Path copy, Path place) throws IOException {
    if (Files.exists(place)) {
      try (Stream<Path> old = Files.walk(place)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (Stream<Path> all = Files.walk(copy)) {
      for (Path path : all.toList()) {
        Files.copy(path, place.resolve(copy.relativize(path).toString()));
      }
    }
  }
}
