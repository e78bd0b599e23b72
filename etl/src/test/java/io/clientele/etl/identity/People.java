package io.clientele.etl.identity;

import io.clientele.etl.fact.StarSteps;
import io.clientele.etl.nights.Delivery;
import io.clientele.etl.nights.Nights;
import io.clientele.etl.nights.Shops;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Three systems that know people by numbers of their own. */
final class People {
  static final EntityDeclaration WEB = people("web");
  static final EntityDeclaration TILL = people("till");
  static final EntityDeclaration DESK = people("desk");

  private static final List<SourceDeclaration> SOURCES =
      List.of(
          Shops.source("web", "UTC", WEB),
          Shops.source("till", "UTC", TILL),
          Shops.source("desk", "UTC", DESK));
  private static final Set<String> STEPS =
      Set.of(
          "conform-customers",
          "match-identities",
          "load-dim-customer",
          "load-dim-customer-profile");

  private final Nights nights = new Nights(Shops.warehouse(SOURCES), List.of());

  private static EntityDeclaration people(String source) {
    return Shops.entity(
        source, "people", "customer", Redelivery.APPEND, "source_customer_id", "email");
  }

  /** Staged rows of one day; a line is {@code number | column = value | column = value}. */
  static Delivery file(EntityDeclaration entity, String day, String lines) {
    Delivery file = new Delivery(entity, "2024-" + day);
    for (String line : lines.lines().toList()) {
      List<String> cells = new ArrayList<>();
      for (String cell : ("source_customer_id = " + line).split(" [|] ")) {
        cells.addAll(List.of(cell.strip().split(" = ", 2)));
      }
      file.row(cells.toArray(String[]::new));
    }
    return file;
  }

  People night(IdentitySettings settings, Delivery... files) {
    List<Step> steps =
        new ArrayList<>(StarSteps.of(SOURCES, Shops.warehouse(SOURCES), "EUR", settings));
    steps.removeIf(step -> !STEPS.contains(step.name()));
    nights.with(steps).load(files);
    return this;
  }

  Nights tables() {
    return nights;
  }

  /** The records of one customer, found by one of them: {@code "till:1 web:1"}. */
  String together(String record) {
    return customers().values().stream()
        .filter(records -> records.contains(record))
        .map(records -> String.join(" ", records))
        .findFirst()
        .orElseThrow();
  }

  /** Durable id to its records. */
  Map<String, Set<String>> customers() {
    Map<String, Set<String>> customers = new TreeMap<>();
    for (Map<String, Object> row : nights.table("brg_customer_record")) {
      customers
          .computeIfAbsent((String) row.get("customer_id"), id -> new TreeSet<>())
          .add(row.get("source") + ":" + row.get("source_customer_id"));
    }
    return customers;
  }

  /** Durable id of a record. */
  String id(String record) {
    return customers().entrySet().stream()
        .filter(customer -> customer.getValue().contains(record))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The profile of the customer with the record. */
  Map<String, Object> profile(String record) {
    String id = id(record);
    return nights.table("dim_customer_profile").stream()
        .filter(row -> id.equals(row.get("customer_id")))
        .findFirst()
        .orElseThrow();
  }
}
