package io.clientele.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.identity.IdentityRule;
import io.clientele.etl.identity.IdentitySettings;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.DatePattern;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.FileFormat;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldRole;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key of the file, set to something else than its default, arrives where it belongs. */
class ConfigMappingTest {
  private static final String FULL =
      """
      company: {name: Nordlicht, time_zone: Europe/Berlin, currency: CHF}
      warehouse: {path: store/tables}
      metadata:
        url: jdbc:postgresql://localhost/crm
        user: ${CRM_USER}
        password: ${file:secret.txt}
      sources:
        tills:
          folder: extracts/tills
          time_zone: Europe/Zurich
          currency: CHF
          format:
            charset: windows-1252
            separator: tab
            quote: ""
            decimal: ","
            date_format: dd.MM.yyyy
            timestamp_format: dd.MM.yyyy HH:mm
            null_texts: ["-", NULL]
          entities:
            cards:
              entity: customer
              files: "cards_*.csv"
              date_in_name: {pattern: 'cards_(\\d{6,8})\\.csv', format: [yyyyMMdd, yyyyMM]}
              delivery: full
              history: true
              key: [source_customer_id]
              redelivery: replace order
              where: "Kind <> 'TEST'"
              format:
                charset: UTF-8
                separator: ";"
                quote: "'"
                decimal: "."
                date_format: yyyyMMdd
                timestamp_format: yyyyMMddHHmm
                null_texts: []
              map:
                source_customer_id: CardNo
                effective_at: ChangedAt
                shoe_size: cast(Size as int)
      attributes:
        customer:
          - {name: shoe_size, type: int, scd: 2, personal_data: sensitive, sentence: "Shoe size, EU."}
        product:
          - {name: fair_trade, type: boolean, sentence: Carries the label.}
        sales_line:
          - {name: margin, type: "decimal(18,6)", sentence: Margin of the line in company currency.}
      identity:
        rules: {email: true, phone: false, loyalty_card: true, name_birth_date_postcode: true}
        shared_by_at_most: 5
        overrides: stewards.csv
      quality: {refused_percent_warn: 5, refused_percent_stop: 40, vanished_percent_stop: 30}
      models: {churn: {horizon_days: 60, minimum_customers: 800}}
      retention: {nights_days: 14}
      scheduler:
        health_port: 9102
        notify:
          command: notify-send clientele
          webhook: https://chat.example.com/${CRM_USER}
          mail:
            host: mail.example.com
            port: 587
            from: dwh@example.com
            to: [ops@example.com]
            user: ${CRM_USER}
            password: ${file:secret.txt}
            require_tls: true
      """;

  @TempDir private Path folder;
  private ClienteleConfig config;

  @BeforeEach
  void load() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "s3cret\n");
    Files.writeString(
        folder.resolve("stewards.csv"),
        "decision,left,right,reason\nnever,tills:1,tills:2,twins\n");
    config = ConfigLoader.load(Yaml.file(folder, FULL), Map.of("CRM_USER", "ann"));
  }

  @Test
  void companyWarehouseModelsAndRetention() {
    assertThat(config.company())
        .isEqualTo(new Company("Nordlicht", ZoneId.of("Europe/Berlin"), "CHF"));
    assertThat(config.warehousePath()).isEqualTo(folder.toAbsolutePath().resolve("store/tables"));
    assertThat(config.models()).isEqualTo(new ModelSettings(new ModelSettings.Churn(60, 800)));
    assertThat(config.retention()).isEqualTo(new RetentionSettings(14));
  }

  @Test
  void secretsComeFromEnvironmentAndFileAndAreNotPrinted() {
    assertThat(config.metadata())
        .isEqualTo(
            new MetadataSettings(
                Optional.of("jdbc:postgresql://localhost/crm"),
                Optional.of("ann"),
                Optional.of("s3cret")));
    assertThat(config.toString()).doesNotContain("s3cret").doesNotContain("ann");
  }

  @Test
  void sharesOfRefusedRows() {
    assertThat(config.quality()).isEqualTo(new QualitySettings(5, 40, 30));
  }

  @Test
  void identityRulesAndWhatStewardsSaid() {
    assertThat(config.identity())
        .isEqualTo(
            new IdentitySettings(
                EnumSet.complementOf(EnumSet.of(IdentityRule.PHONE)),
                5,
                List.of(
                    new IdentitySettings.Override(
                        false,
                        new IdentitySettings.Record("tills", "1"),
                        new IdentitySettings.Record("tills", "2"),
                        "twins"))));
  }

  @Test
  void theSchedulerTellsByEveryChannel() {
    assertThat(config.scheduler())
        .isEqualTo(
            new SchedulerConfig(
                Optional.of(9102),
                Optional.of("notify-send clientele"),
                Optional.of("https://chat.example.com/ann"),
                Optional.of(
                    new MailSettings(
                        "mail.example.com",
                        587,
                        "dwh@example.com",
                        List.of("ops@example.com"),
                        Optional.of("ann"),
                        Optional.of("s3cret"),
                        true))));
  }

  @Test
  void entityOverridesTheFormatOfItsSource() {
    EntityDeclaration cards = config.entities().get(0);
    assertThat(cards.format())
        .isEqualTo(
            new FileFormat(
                StandardCharsets.UTF_8,
                ';',
                Optional.of('\''),
                false,
                Optional.of("yyyyMMdd"),
                Optional.of("yyyyMMddHHmm"),
                List.of()));
  }

  @Test
  void sourceFormatHoldsForEntitiesWithoutOne() throws IOException {
    String text = FULL.replaceAll("(?s)        format:\n          charset: UTF-8.*?(?= +map:)", "");
    assertThat(text).hasSizeLessThan(FULL.length());
    ClienteleConfig plain = ConfigLoader.load(Yaml.file(folder, text), Map.of("CRM_USER", "ann"));
    assertThat(plain.entities().get(0).format())
        .isEqualTo(
            new FileFormat(
                Charset.forName("windows-1252"),
                '\t',
                Optional.empty(),
                true,
                Optional.of("dd.MM.yyyy"),
                Optional.of("dd.MM.yyyy HH:mm"),
                List.of("-", "NULL")));
  }

  @Test
  void entityIsDeclaredWithTheLineOfEachKey() {
    EntityDeclaration cards = config.entities().get(0);
    assertThat(cards.canonical()).isEqualTo("customer");
    assertThat(cards.filePattern()).isEqualTo("cards_*.csv");
    assertThat(cards.datePattern())
        .contains(new DatePattern("cards_(\\d{6,8})\\.csv", List.of("yyyyMMdd", "yyyyMM")));
    assertThat(cards.delivery()).isEqualTo(Delivery.FULL);
    assertThat(cards.isHistory()).isTrue();
    assertThat(cards.key()).containsExactly("source_customer_id");
    assertThat(cards.redelivery()).isEqualTo(Redelivery.REPLACE_ORDER);
    assertThat(cards.where()).contains("Kind <> 'TEST'");
    assertThat(cards.fields())
        .containsExactly(
            Map.entry("source_customer_id", "CardNo"),
            Map.entry("effective_at", "ChangedAt"),
            Map.entry("shoe_size", "cast(Size as int)"));
    assertThat(cards.lines())
        .containsEntry("entity", 22)
        .containsEntry("date_in_name.format", 24)
        .containsEntry("format.charset", 31)
        .containsEntry("map.shoe_size", 41);
  }

  @Test
  void attributesExtendStagingConformedTableDimensionAndFact() {
    Warehouse warehouse = config.warehouse();
    Field size = warehouse.table("dim_customer").field("shoe_size");
    assertThat(size.role()).isEqualTo(FieldRole.TRACKED_ATTRIBUTE);
    assertThat(size.personal()).isEqualTo(PersonalData.SENSITIVE);
    assertThat(size.type()).isEqualTo(FieldType.INT);
    assertThat(warehouse.table("cnf_customer").field("shoe_size")).isEqualTo(size);
    assertThat(warehouse.table("stg_tills__cards").field("shoe_size").role())
        .isEqualTo(FieldRole.ATTRIBUTE);
    assertThat(warehouse.table("dim_product").field("fair_trade").role())
        .isEqualTo(FieldRole.ATTRIBUTE);
    assertThat(warehouse.table("cnf_sales_line").find("margin")).isPresent();
    assertThat(warehouse.table("fct_sales").find("margin")).isPresent();
  }

  @Test
  void exampleSetsEveryKeyThatTheDefaultsDocument() {
    Set<String> set = new TreeSet<>();
    FULL.lines()
        .flatMap(line -> Pattern.compile("([a-z_]+):").matcher(line).results())
        .forEach(match -> set.add(match.group(1)));
    Set<String> documented = new TreeSet<>();
    DefaultsText.keys().forEach(documented::add);
    assertThat(set).containsAll(documented);
  }
}
