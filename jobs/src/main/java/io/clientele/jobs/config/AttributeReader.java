package io.clientele.jobs.config;

import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code attributes}: a company's own columns. */
final class AttributeReader {
  private static final List<String> TYPES =
      List.of("string", "boolean", "int", "bigint", "double", "date", "timestamp");

  private AttributeReader() {}

  static List<AttributeDeclaration> read(Section attributes) {
    attributes.onlyKnownKeys();
    List<AttributeDeclaration> declared = new ArrayList<>();
    for (String entity : AttributeDeclaration.entities()) {
      Set<String> taken = new HashSet<>();
      for (Section one : attributes.sections(entity)) {
        attribute(entity, one.onlyKnownKeys(), taken).ifPresent(declared::add);
      }
    }
    return declared;
  }

  private static Optional<AttributeDeclaration> attribute(
      String entity, Section section, Set<String> taken) {
    String name = section.required("name", "name the attribute in snake case");
    String sentence = section.required("sentence", "say what it holds, with unit or codes");
    FieldType type = type(section);
    int scd = section.integer("scd", 1, 2);
    PersonalData personal = section.choice("personal_data", PersonalData.class);
    if (name.isBlank() || sentence.isBlank() || !isFree(entity, section, name, taken)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new AttributeDeclaration(entity, name, type, scd == 2, personal, sentence));
    } catch (IllegalArgumentException refused) {
      String[] parts = refused.getMessage().split("; ", 2);
      section.problem("name", parts[0], parts[1].replaceFirst("\\.$", ""));
      return Optional.empty();
    }
  }

  private static boolean isFree(
      String entity, Section section, String name, Set<String> takenBefore) {
    if (AttributeDeclaration.canonicalNames(entity).contains(name)) {
      section.problem(
          "name",
          "attribute " + name + " of " + entity + " is a canonical column already",
          "map it under `map`, or choose another name");
      return false;
    }
    if (!takenBefore.add(name)) {
      section.problem(
          "name", "attribute " + name + " of " + entity + " stands twice", "remove one of them");
      return false;
    }
    return true;
  }

  private static FieldType type(Section section) {
    String type = section.text("type").replace(" ", "");
    if (!TYPES.contains(type) && !type.matches("decimal\\((3[0-8]|[12]?\\d),\\d{1,2}\\)")) {
      section.expected(
          "type",
          "one of " + String.join(", ", TYPES) + ", decimal(p,s)",
          "did you mean " + KnownNames.nearest(type, TYPES) + "?");
      return FieldType.STRING;
    }
    return new FieldType(type);
  }
}
