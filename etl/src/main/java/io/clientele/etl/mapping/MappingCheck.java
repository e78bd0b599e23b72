package io.clientele.etl.mapping;

import io.clientele.etl.source.Charsets;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Lineage;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;

/** Finds what is wrong in the mapping of an entity, before a row is read. Needs no session. */
public final class MappingCheck {
  private final EntityDeclaration entity;
  private final Optional<List<String>> header;
  private final List<Problem> problems = new ArrayList<>();

  private MappingCheck(EntityDeclaration entity, Optional<List<String>> header) {
    this.entity = entity;
    this.header = header;
  }

  /**
   * All problems, in the order of the declaration; empty = it can be used.
   *
   * @param entity the declaration
   * @param header columns of a file of it, where one is at hand
   */
  public static List<Problem> check(EntityDeclaration entity, Optional<List<String>> header) {
    MappingCheck check = new MappingCheck(entity, header);
    check.checkFormat();
    check.checkFields();
    check.checkKey();
    entity.where().ifPresent(check::checkWhere);
    return List.copyOf(check.problems);
  }

  private String place() {
    return entity.source() + "." + entity.name();
  }

  private void report(String message, String... keys) {
    int line = 0;
    for (String key : keys) {
      if (line == 0) {
        line = entity.lines().getOrDefault(key, 0);
      }
    }
    problems.add(new Problem(message, line));
  }

  private void checkFormat() {
    if (!Charsets.isSupported(entity.format().charset())) {
      report(
          "Cannot read files of "
              + place()
              + " in "
              + entity.format().charset()
              + ": the charset must be one of "
              + String.join(", ", Charsets.KNOWN)
              + "; have the files written in UTF-8.",
          "format.charset",
          "format");
    }
    entity.format().timestampFormat().ifPresent(p -> checkPattern("timestamp_format", p));
    entity.format().dateFormat().ifPresent(p -> checkPattern("date_format", p));
  }

  private void checkPattern(String key, String pattern) {
    try {
      new DateTimeFormatterBuilder().appendPattern(pattern);
    } catch (IllegalArgumentException wrong) {
      report(
          "Cannot read times of "
              + place()
              + " by "
              + key
              + " '"
              + pattern
              + "': "
              + wrong.getMessage()
              + "; write for example dd.MM.yyyy HH:mm.",
          "format." + key,
          "format");
    }
  }

  private void checkFields() {
    List<Field> canonical = Mapping.canonicalFields(entity);
    List<String> names = new ArrayList<>(canonical.stream().map(Field::name).toList());
    names.add(Lineage.EFFECTIVE_AT.name());
    entity.fields().forEach((field, text) -> checkField(field, text, names));
    for (Field field : canonical) {
      if (!field.nullable() && !entity.fields().containsKey(field.name())) {
        report(
            "Cannot map "
                + place()
                + ": no expression for "
                + field.name()
                + ", which every row must have; add a line `"
                + field.name()
                + ": …` under map.",
            "map");
      }
    }
  }

  private void checkField(String field, String text, List<String> names) {
    String key = "map." + field;
    if (!names.contains(field)) {
      report(
          "Cannot map "
              + place()
              + ": "
              + entity.canonical()
              + " has no field "
              + field
              + "; did you mean "
              + Warehouse.nearest(field, names)
              + "?",
          key,
          field,
          "map");
      return;
    }
    checkExpression(field, text, key, field, "map");
  }

  private void checkKey() {
    List<String> names = Mapping.canonicalFields(entity).stream().map(Field::name).toList();
    for (String column : entity.key()) {
      if (!names.contains(column)) {
        report(
            "Cannot use key "
                + column
                + " of "
                + place()
                + ": "
                + entity.canonical()
                + " has no such field; did you mean "
                + Warehouse.nearest(column, names)
                + "?",
            "key");
      }
    }
  }

  private void checkWhere(String text) {
    Optional<DataType> type = checkExpression("where", text, "where");
    if (type.isPresent() && !(type.get() instanceof BooleanType)) {
      report(
          "Cannot filter "
              + place()
              + " by '"
              + text
              + "': it yields "
              + type.get().simpleString()
              + " and no true or false; write a comparison.",
          "where");
    }
  }

  private Optional<DataType> checkExpression(String what, String text, String... keys) {
    try {
      MappingExpression expression = MappingExpression.parse(text);
      expression.columns().forEach(column -> checkColumn(what, text, column, keys));
      return Optional.of(expression.type()).filter(type -> checkType(what, text, type, keys));
    } catch (IllegalArgumentException wrong) {
      String reason =
          wrong.getCause() instanceof InvalidExpression invalid
              ? "'" + text + "': " + invalid.getMessage()
              : wrong.getMessage();
      report(
          "Cannot map "
              + what
              + " of "
              + place()
              + " by "
              + reason
              + (reason.endsWith("?") ? "" : "."),
          keys);
      return Optional.empty();
    }
  }

  private boolean checkType(String what, String text, DataType type, String... keys) {
    boolean isPlain = type instanceof StringType || MappingExpression.refusal(type).isPresent();
    if (!isPlain) {
      report(
          "Cannot map "
              + what
              + " of "
              + place()
              + " by '"
              + text
              + "': it yields "
              + type.simpleString()
              + "; make it a text, number, date, time or truth value.",
          keys);
    }
    return isPlain;
  }

  private void checkColumn(String what, String text, String column, String... keys) {
    if (header.isEmpty() || header.get().stream().anyMatch(column::equalsIgnoreCase)) {
      return;
    }
    report(
        "Cannot map "
            + what
            + " of "
            + place()
            + " by '"
            + text
            + "': the file has no column "
            + column
            + "; did you mean "
            + Warehouse.nearest(column, header.get())
            + "?",
        keys);
  }
}
