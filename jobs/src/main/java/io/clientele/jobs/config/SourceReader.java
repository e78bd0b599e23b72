package io.clientele.jobs.config;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.SourceDeclaration;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code sources}. */
final class SourceReader {
  private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private final Path projectFolder;
  private final Company company;
  private final List<AttributeDeclaration> attributes;

  SourceReader(Path projectFolder, Company company, List<AttributeDeclaration> attributes) {
    this.projectFolder = projectFolder;
    this.company = company;
    this.attributes = attributes;
  }

  List<SourceDeclaration> read(Section sources) {
    List<SourceDeclaration> read = new ArrayList<>();
    for (String name : sources.keys()) {
      requireSnakeCase(sources, name);
      read.add(source(name, sources.section(name).onlyKnownKeys()));
    }
    if (read.isEmpty()) {
      sources.problem(
          "",
          "there is no source",
          "describe one under `sources`, or let `clientele init --from FILE` do it");
    }
    return read;
  }

  private SourceDeclaration source(String name, Section section) {
    Section format = section.section("format").onlyKnownKeys();
    Section entities = section.section("entities");
    EntityReader reader = new EntityReader(name, format, attributes);
    List<EntityDeclaration> read = new ArrayList<>();
    for (String entity : entities.keys()) {
      requireSnakeCase(entities, entity);
      reader.read(entity, entities.section(entity).onlyKnownKeys()).ifPresent(read::add);
    }
    if (entities.keys().isEmpty()) {
      section.problem(
          "entities", "source " + name + " has no entities", "describe one kind of file under it");
    }
    requireOrderTimes(section, read);
    Path folder = projectFolder.resolve(section.text("folder")).normalize();
    return new SourceDeclaration(name, folder, zone(section), currency(section), read);
  }

  private ZoneId zone(Section section) {
    return section.optionalText("time_zone").isEmpty()
        ? company.zone()
        : ConfigLoader.zone(section, "time_zone");
  }

  private String currency(Section section) {
    Optional<String> code = section.optionalText("currency");
    if (code.isEmpty()) {
      return company.currencyCode();
    }
    String known = ConfigLoader.currency(section, "currency");
    if (known.equals(code.get()) && !known.equals(company.currencyCode())) {
      section.problem(
          "currency",
          section.path() + ".currency is " + known + ", the company's " + company.currencyCode(),
          "deliver it in the company's currency: exchange rates are not loaded yet");
    }
    return known;
  }

  private static void requireOrderTimes(Section section, List<EntityDeclaration> entities) {
    boolean hasHeads = entities.stream().anyMatch(each -> each.canonical().equals("sales_order"));
    for (EntityDeclaration entity : entities) {
      boolean isTimed = hasHeads || entity.fields().containsKey("ordered_at");
      if (entity.canonical().equals("sales_line") && !isTimed) {
        section
            .section("entities")
            .problem(
                entity.name(),
                "sales lines " + entity.name() + " do not say when they were ordered",
                "map ordered_at, or describe the order heads as an entity sales_order");
      }
    }
  }

  private static void requireSnakeCase(Section section, String name) {
    if (!SNAKE.matcher(name).matches()) {
      section.problem(
          name,
          "name " + name + " is not snake case, and it becomes part of table names",
          "write it like web_shop");
    }
  }
}
