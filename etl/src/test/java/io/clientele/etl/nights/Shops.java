package io.clientele.etl.nights;

import io.clientele.etl.fact.StarSteps;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.FileFormat;
import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Step;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A company in tests: a web shop with heads and numbered lines, tills with flat lines without a
 * number, and a market place that delivers whole orders again.
 */
public final class Shops {
  public static final EntityDeclaration CUSTOMERS =
      entity("webshop", "customers", "customer", Redelivery.APPEND, "source_customer_id");
  public static final EntityDeclaration PRODUCTS =
      entity("webshop", "products", "product", Redelivery.APPEND, "product_id");
  public static final EntityDeclaration ORDERS =
      entity("webshop", "orders", "sales_order", Redelivery.APPEND, "order_id");
  public static final EntityDeclaration LINES =
      entity("webshop", "lines", "sales_line", Redelivery.APPEND, "order_id", "line_number");
  public static final EntityDeclaration PAYMENTS =
      entity("webshop", "payments", "payment", Redelivery.APPEND, "payment_id");
  public static final EntityDeclaration CASES =
      entity("desk", "cases", "service_case", Redelivery.APPEND, "case_id");
  public static final EntityDeclaration STEPS =
      entity("desk", "steps", "case_step", Redelivery.APPEND, "case_id", "step_number");
  public static final EntityDeclaration RECEIPTS =
      entity(
          "tills",
          "receipts",
          "sales_line",
          Redelivery.APPEND,
          "order_id",
          "customer_name",
          "customer_region",
          "product_name",
          "product_category");
  public static final EntityDeclaration ARTICLES =
      entity("tills", "articles", "product", Redelivery.APPEND, "product_id");
  public static final EntityDeclaration STORES =
      entity("tills", "stores", "store", Redelivery.APPEND, "store_id");
  public static final EntityDeclaration SALES =
      entity(
          "market",
          "sales",
          "sales_line",
          Redelivery.REPLACE_ORDER,
          "order_id",
          "line_number",
          "ordered_at");

  public static final List<SourceDeclaration> SOURCES =
      List.of(
          source("webshop", "Europe/Berlin", CUSTOMERS, PRODUCTS, ORDERS, LINES, PAYMENTS),
          source("tills", "Europe/Berlin", RECEIPTS, ARTICLES, STORES),
          source("market", "UTC", SALES),
          source("desk", "Europe/Berlin", CASES, STEPS));

  private Shops() {}

  public static Warehouse warehouse(List<SourceDeclaration> sources) {
    return Warehouse.canonical()
        .with(
            sources.stream()
                .flatMap(source -> source.entities().stream())
                .map(EntityDeclaration::stagingSpec)
                .toList());
  }

  /** All steps of the star. */
  public static Nights nights() {
    return nights(Set.of());
  }

  /** Only the steps of these names; all when none is named. */
  public static Nights nights(Set<String> names) {
    return nights(SOURCES, names);
  }

  /** As above, of other sources. */
  public static Nights nights(List<SourceDeclaration> sources, Set<String> names) {
    Warehouse warehouse = warehouse(sources);
    List<Step> steps = new ArrayList<>(StarSteps.of(sources, warehouse, "EUR"));
    steps.removeIf(step -> !names.isEmpty() && !names.contains(step.name()));
    return new Nights(warehouse, steps);
  }

  public static SourceDeclaration source(String name, String zone, EntityDeclaration... entities) {
    return new SourceDeclaration(name, Path.of("/in"), ZoneId.of(zone), "EUR", List.of(entities));
  }

  public static EntityDeclaration entity(
      String source, String name, String canonical, Redelivery redelivery, String... fields) {
    return entity(source, name, canonical, redelivery, List.of(fields), List.of());
  }

  /** The same, of which each file holds every record there is. */
  public static EntityDeclaration full(EntityDeclaration entity) {
    return new EntityDeclaration(
        entity.source(),
        entity.name(),
        entity.canonical(),
        entity.filePattern(),
        entity.datePattern(),
        Delivery.FULL,
        entity.isHistory(),
        entity.format(),
        entity.key(),
        entity.redelivery(),
        entity.where(),
        entity.fields(),
        entity.attributes(),
        entity.lines());
  }

  /** An entity that maps the fields and a company's own attributes. */
  public static EntityDeclaration entity(
      String source,
      String name,
      String canonical,
      Redelivery redelivery,
      List<String> fields,
      List<Field> attributes) {
    Map<String, String> map = new LinkedHashMap<>();
    fields.forEach(field -> map.put(field, field));
    return new EntityDeclaration(
        source,
        name,
        canonical,
        name + "_*.csv",
        Optional.empty(),
        Delivery.CHANGES,
        false,
        FileFormat.standard(),
        List.of(),
        redelivery,
        Optional.empty(),
        map,
        attributes,
        Map.of());
  }
}
