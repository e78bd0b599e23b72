package io.clientele.jobs.config;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.DatePattern;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.StagingShapes;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldRole;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one entity of a source. */
final class EntityReader {
  private final String source;
  private final Section sourceFormat;
  private final List<AttributeDeclaration> attributes;

  EntityReader(String source, Section sourceFormat, List<AttributeDeclaration> attributes) {
    this.source = source;
    this.sourceFormat = sourceFormat;
    this.attributes = attributes;
  }

  Optional<EntityDeclaration> read(String name, Section section) {
    String canonical = section.required("entity", "write one of " + names());
    String files = section.required("files", "write the pattern of its file names");
    Section format = section.section("format").onlyKnownKeys();
    if (!StagingShapes.entities().contains(canonical)) {
      if (!canonical.isBlank()) {
        String nearest = KnownNames.nearest(canonical, StagingShapes.entities());
        section.expected("entity", "one of " + names(), "did you mean " + nearest + "?");
      }
      return Optional.empty();
    }
    List<Field> own =
        attributes.stream()
            .filter(attribute -> attribute.entity().equals(canonical))
            .map(AttributeDeclaration::staged)
            .toList();
    List<String> mappable = mappable(canonical, own);
    return Optional.of(
        new EntityDeclaration(
            source,
            name,
            canonical,
            files,
            datePattern(section.section("date_in_name").onlyKnownKeys()),
            section.choice("delivery", Delivery.class),
            section.truth("history"),
            new FormatReader(sourceFormat, format).read(),
            key(section, mappable),
            section.choice("redelivery", Redelivery.class),
            section.optionalText("where"),
            fields(section, canonical, mappable),
            own,
            lines(section)));
  }

  private static String names() {
    return String.join(", ", StagingShapes.entities());
  }

  /** What the company may map: canonical fields, its attributes, and the business time of a row. */
  private static List<String> mappable(String canonical, List<Field> own) {
    TableSpec shape = StagingShapes.of(canonical);
    List<String> names = new ArrayList<>();
    shape.fields().stream()
        .filter(field -> field.role() != FieldRole.LINEAGE && field.role() != FieldRole.AUDIT)
        .forEach(field -> names.add(field.name()));
    own.forEach(field -> names.add(field.name()));
    names.add(Lineage.EFFECTIVE_AT.name());
    return names;
  }

  private static Map<String, String> fields(
      Section section, String canonical, List<String> mappable) {
    Section map = section.section("map");
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : map.keys()) {
      String expression = map.rawText(name);
      if (!mappable.contains(name)) {
        map.problem(
            name,
            canonical + " has no field " + name,
            "did you mean " + KnownNames.nearest(name, mappable) + "?");
      } else if (expression.isBlank()) {
        map.problem(
            name,
            map.path() + "." + name + " is empty",
            "write an expression over source columns, or remove the line");
      }
      fields.put(name, expression);
    }
    requireMapped(section, canonical, fields);
    return fields;
  }

  private static void requireMapped(Section section, String canonical, Map<String, String> fields) {
    for (Field field : StagingShapes.of(canonical).fields()) {
      if (!field.nullable() && !fields.containsKey(field.name())) {
        section.problem(
            "map",
            section.path() + ".map does not map " + field.name() + ", which every row must have",
            "add `" + field.name() + ": COLUMN` (" + field.sentence() + ")");
      }
    }
  }

  private static List<String> key(Section section, List<String> mappable) {
    List<String> key = section.texts("key");
    for (String column : key) {
      if (!mappable.contains(column)) {
        section.problem(
            "key",
            "key column " + column + " is no field of the entity",
            "did you mean " + KnownNames.nearest(column, mappable) + "?");
      }
    }
    return key;
  }

  private static Optional<DatePattern> datePattern(Section section) {
    Optional<String> pattern = section.optionalText("pattern");
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    List<String> formats = section.textOrTexts("format");
    if (!hasOneGroup(pattern.get())) {
      section.expected(
          "pattern",
          "a regular expression with one group",
          "write for example orders_(\\d{8})\\.csv");
    }
    if (formats.isEmpty() || !formats.stream().allMatch(KnownNames::isTimePattern)) {
      section.expected("format", "a date pattern or a list of them", "write for example yyyyMMdd");
    }
    return Optional.of(new DatePattern(pattern.get(), formats));
  }

  private static boolean hasOneGroup(String expression) {
    try {
      return Pattern.compile(expression).matcher("").groupCount() == 1;
    } catch (PatternSyntaxException noExpression) {
      return false;
    }
  }

  private static Map<String, Integer> lines(Section section) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    section.keys().forEach(key -> lines.put(key, section.line(key)));
    for (String group : List.of("map", "format", "date_in_name")) {
      Section below = section.section(group);
      below.keys().forEach(key -> lines.put(group + "." + key, below.line(key)));
    }
    return lines;
  }
}
