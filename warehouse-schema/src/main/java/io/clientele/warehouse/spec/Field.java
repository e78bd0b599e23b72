package io.clientele.warehouse.spec;

import java.util.List;
import java.util.Optional;

/**
 * One column of a canonical table: declared once, used everywhere.
 *
 * @param name snake case; the unit is part of it ({@code _days}, {@code _ratio})
 * @param type column type
 * @param role what it is for
 * @param nullable whether a row may leave it empty; a required field becomes a quality rule
 * @param sentence one sentence with units or codes, shown in dictionary, DDL and portal
 * @param additivity for measures
 * @param personal personal-data class
 * @param references table that the value points to, for {@link FieldRole#REFERENCE}
 * @param accepted the only values allowed; empty = any
 */
public record Field(
    String name,
    FieldType type,
    FieldRole role,
    boolean nullable,
    String sentence,
    Additivity additivity,
    PersonalData personal,
    Optional<String> references,
    List<String> accepted) {

  public Field {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "Cannot declare field '" + name + "': names are snake case; rename it.");
    }
    if (sentence == null || sentence.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot declare field '" + name + "': it has no sentence; say what it holds.");
    }
    accepted = List.copyOf(accepted);
  }

  private static Field of(
      String name, FieldType type, FieldRole role, boolean nullable, String sentence) {
    return new Field(
        name,
        type,
        role,
        nullable,
        sentence,
        Additivity.NONE,
        PersonalData.NONE,
        Optional.empty(),
        List.of());
  }

  /** A required surrogate key. */
  public static Field surrogateKey(String name, String sentence) {
    return of(name, FieldType.BIGINT, FieldRole.SURROGATE_KEY, false, sentence);
  }

  /** A required natural or durable key. */
  public static Field durableKey(String name, FieldType type, String sentence) {
    return of(name, type, FieldRole.DURABLE_KEY, false, sentence);
  }

  /** A required reference to another table's key. */
  public static Field reference(String name, FieldType type, String table, String sentence) {
    Field field = of(name, type, FieldRole.REFERENCE, false, sentence);
    return field.pointingTo(table);
  }

  /** A nullable attribute; overwritten when it changes. */
  public static Field attribute(String name, FieldType type, String sentence) {
    return of(name, type, FieldRole.ATTRIBUTE, true, sentence);
  }

  /** A nullable attribute of a dimension; a change opens a new version. */
  public static Field tracked(String name, FieldType type, String sentence) {
    return of(name, type, FieldRole.TRACKED_ATTRIBUTE, true, sentence);
  }

  /** A nullable measure. */
  public static Field measure(String name, FieldType type, Additivity additivity, String sentence) {
    Field field = of(name, type, FieldRole.MEASURE, true, sentence);
    return new Field(
        name,
        type,
        field.role,
        true,
        sentence,
        additivity,
        PersonalData.NONE,
        Optional.empty(),
        List.of());
  }

  public static Field validity(String name, FieldType type, String sentence) {
    return of(name, type, FieldRole.VALIDITY, false, sentence);
  }

  /** A nullable column that says where the row came from. */
  public static Field lineage(String name, FieldType type, String sentence) {
    return of(name, type, FieldRole.LINEAGE, true, sentence);
  }

  /** A nullable column that says when and by which run; never compared. */
  public static Field audit(String name, FieldType type, String sentence) {
    return of(name, type, FieldRole.AUDIT, true, sentence);
  }

  public Field required() {
    return with(false, personal, references, accepted);
  }

  public Field personal(PersonalData classOf) {
    return with(nullable, classOf, references, accepted);
  }

  public Field oneOf(String... values) {
    return with(nullable, personal, references, List.of(values));
  }

  private Field pointingTo(String table) {
    return with(nullable, personal, Optional.of(table), accepted);
  }

  private Field with(
      boolean mayBeNull, PersonalData classOf, Optional<String> table, List<String> values) {
    return new Field(name, type, role, mayBeNull, sentence, additivity, classOf, table, values);
  }
}
