package io.clientele.jobs.config;

import io.clientele.etl.source.SourceDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code clientele.yaml} and reports everything that is wrong with it at once. */
public final class ConfigLoader {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setUseMarks(true).setLabel("clientele.yaml").build();

  private ConfigLoader() {}

  /**
   * The configuration, checked; secrets come from the environment of this process.
   *
   * @throws ConfigException with every problem, sorted by line
   */
  public static ClienteleConfig load(Path yaml) {
    return load(yaml, System.getenv());
  }

  /** As {@link #load(Path)}, with the environment variables given. */
  static ClienteleConfig load(Path yaml, Map<String, String> environment) {
    Path file = yaml.toAbsolutePath().normalize();
    Problems problems = new Problems();
    Section root =
        Section.root(compose(file, text(file)), Optional.of(defaults()), problems).onlyKnownKeys();
    ClienteleConfig config = read(file, root, environment);
    problems.throwIfAny(file);
    return config;
  }

  private static ClienteleConfig read(Path file, Section root, Map<String, String> environment) {
    Path folder = file.getParent();
    Company company = company(root.section("company").onlyKnownKeys());
    List<AttributeDeclaration> attributes = AttributeReader.read(root.section("attributes"));
    Section warehouse = root.section("warehouse").onlyKnownKeys();
    Section metadata = root.section("metadata").onlyKnownKeys();
    Section models = root.section("models").onlyKnownKeys();
    Section churn = models.section("churn").onlyKnownKeys();
    Section quality = root.section("quality").onlyKnownKeys();
    Section retention = root.section("retention").onlyKnownKeys();
    Section scheduler = root.section("scheduler").onlyKnownKeys();
    Secrets secrets = new Secrets(environment, folder);
    List<SourceDeclaration> sources =
        new SourceReader(folder, company, attributes).read(root.section("sources"));
    return new ClienteleConfig(
        file,
        company,
        folder.resolve(warehouse.text("path")).normalize(),
        secrets.read(metadata),
        sources,
        attributes,
        new IdentityReader(folder, sources).read(root.section("identity").onlyKnownKeys()),
        new ModelSettings(
            new ModelSettings.Churn(
                churn.integer("horizon_days", 7, 730),
                churn.integer("minimum_customers", 50, 1_000_000))),
        new QualitySettings(
            quality.integer("refused_percent_warn", 0, 100),
            quality.integer("refused_percent_stop", 0, 100),
            quality.integer("vanished_percent_stop", 0, 100)),
        new RetentionSettings(retention.integer("nights_days", 1, 36_500)),
        new SchedulerReader(secrets).read(scheduler));
  }

  private static Company company(Section section) {
    String name = section.required("name", "write the name that reports show");
    return new Company(
        name.isBlank() ? "Company" : name,
        zone(section, "time_zone"),
        currency(section, "currency"));
  }

  /** The zone a key names; UTC after noting the problem. */
  static ZoneId zone(Section section, String key) {
    String name = section.text(key);
    Optional<ZoneId> zone = KnownNames.zone(name);
    if (zone.isEmpty()) {
      section.expected(
          key,
          "a time zone such as Europe/Berlin",
          "did you mean " + KnownNames.nearestZone(name) + "?");
    }
    return zone.orElse(ZoneOffset.UTC);
  }

  /** The currency code a key names, noted as a problem when there is no such currency. */
  static String currency(Section section, String key) {
    String code = section.text(key);
    if (!KnownNames.isCurrency(code)) {
      section.expected(
          key,
          "a currency code of ISO 4217",
          "did you mean " + KnownNames.nearestCurrency(code) + "?");
    }
    return code;
  }

  /** The defaults, which are also the list of known keys. */
  static Section defaults() {
    try (InputStream resource = ConfigLoader.class.getResourceAsStream("defaults.yaml")) {
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return Section.root(
          new Compose(SETTINGS).composeString(text), Optional.empty(), new Problems());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Node> compose(Path file, String text) {
    try {
      return new Compose(SETTINGS).composeString(text);
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      String reason = "it is no YAML there: " + broken.getProblem();
      String move = "mend the line (indentation by blanks, quotes around texts with : or #)";
      throw new ConfigException(file, List.of(new Problems.Problem(line, reason, move).toString()));
    } catch (YamlEngineException broken) {
      throw new ConfigException(
          file,
          List.of(
              new Problems.Problem(1, "it is no YAML: " + broken.getMessage(), "mend the file")
                  .toString()));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      throw new ConfigException("Cannot read " + file + ": it is not UTF-8; save it as UTF-8.");
    } catch (IOException unreadable) {
      throw new ConfigException(
          "Cannot read " + file + ": there is no such file; create it with `clientele init`.");
    }
  }
}
