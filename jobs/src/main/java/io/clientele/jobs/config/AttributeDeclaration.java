package io.clientele.jobs.config;

import io.clientele.etl.source.StagingShapes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of a company's own attributes.
 *
 * @param entity customer, product or sales_line
 * @param name snake case; no canonical column of the entity's tables has it
 * @param type column type
 * @param isTracked SCD type 2: a change opens a new version; a sales line has no versions
 * @param personal personal-data class
 * @param sentence what it holds
 */
public record AttributeDeclaration(
    String entity,
    String name,
    FieldType type,
    boolean isTracked,
    PersonalData personal,
    String sentence) {
  private static final Map<String, List<String>> TABLES =
      Map.of(
          "customer", List.of("cnf_customer", "dim_customer"),
          "product", List.of("cnf_product", "dim_product"),
          "sales_line", List.of("cnf_sales_line", "fct_sales"));

  public AttributeDeclaration {
    if (isTracked && entity.equals("sales_line")) {
      throw new IllegalArgumentException(
          "Cannot track "
              + name
              + " of sales_line: a sales line has no versions; declare it with scd: 1.");
    }
    stored(name, type, isTracked, personal, sentence);
  }

  /** Entities that may have attributes of their own. */
  static Set<String> entities() {
    return new TreeSet<>(TABLES.keySet());
  }

  /** Names that are taken by canonical columns. */
  static Set<String> canonicalNames(String entity) {
    Set<String> names = new TreeSet<>(StagingShapes.of(entity).columnNames());
    TABLES.get(entity).stream()
        .map(Warehouse.canonical()::table)
        .forEach(table -> names.addAll(table.columnNames()));
    return names;
  }

  /** The tables beyond staging that hold it. */
  public List<String> tables() {
    return TABLES.get(entity);
  }

  /** As a column of a staging instance. */
  public Field staged() {
    return Field.attribute(name, type, sentence).personal(personal);
  }

  /** As a column of the conformed table, dimension or fact. */
  public Field stored() {
    return stored(name, type, isTracked, personal, sentence);
  }

  private static Field stored(
      String name, FieldType type, boolean isTracked, PersonalData personal, String sentence) {
    Field field =
        isTracked ? Field.tracked(name, type, sentence) : Field.attribute(name, type, sentence);
    return field.personal(personal);
  }
}
