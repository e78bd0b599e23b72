package io.clientele.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.identity.IdentitySettings;
import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.FileFormat;
import io.clientele.etl.source.SourceDeclaration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins every default of defaults.yaml. */
class ConfigDefaultsTest {
  @TempDir private Path folder;

  private ClienteleConfig config() throws IOException {
    return ConfigLoader.load(Yaml.file(folder, Yaml.SALES), Map.of());
  }

  @Test
  void companyIsNamedCompanyInUtcAndEuro() throws IOException {
    assertThat(config().company()).isEqualTo(new Company("Company", ZoneId.of("UTC"), "EUR"));
  }

  @Test
  void warehouseLiesBesideTheFileAndItsMetadataInside() throws IOException {
    assertThat(config().warehousePath()).isEqualTo(folder.toAbsolutePath().resolve("warehouse"));
    assertThat(config().metadata())
        .isEqualTo(new MetadataSettings(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void sourceTakesZoneAndCurrencyOfTheCompany() throws IOException {
    SourceDeclaration source = config().source("webshop");
    assertThat(source.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(source.currencyCode()).isEqualTo("EUR");
    assertThat(source.folder()).isEqualTo(folder.toAbsolutePath().resolve("extracts"));
  }

  @Test
  void entityIsReadInTheStandardFormatAsChangesWithoutKey() throws IOException {
    EntityDeclaration lines = config().entities().get(0);
    assertThat(lines.format()).isEqualTo(FileFormat.standard());
    assertThat(lines.delivery()).isEqualTo(Delivery.CHANGES);
    assertThat(lines.redelivery()).isEqualTo(Redelivery.APPEND);
    assertThat(lines.isHistory()).isFalse();
    assertThat(lines.key()).isEmpty();
    assertThat(lines.where()).isEmpty();
    assertThat(lines.datePattern()).isEmpty();
    assertThat(lines.attributes()).isEmpty();
  }

  @Test
  void churnLooksNinetyDaysAheadAndNightsAreKeptThirtyFiveDays() throws IOException {
    assertThat(config().models()).isEqualTo(new ModelSettings(new ModelSettings.Churn(90, 500)));
    assertThat(config().retention()).isEqualTo(new RetentionSettings(35));
    assertThat(config().attributes()).isEmpty();
  }

  @Test
  void halfOfTheNewRowsMayBeRefusedAndAFifthOfTheRecordsVanishBeforeANightStops()
      throws IOException {
    assertThat(config().quality()).isEqualTo(new QualitySettings(10, 50, 20));
  }

  @Test
  void identitiesAreMatchedByEveryRuleUnlessNineShareTheValue() throws IOException {
    assertThat(config().identity()).isEqualTo(IdentitySettings.DEFAULT);
  }

  @Test
  void theSchedulerTellsNobodyUntilItIsAskedTo() throws IOException {
    assertThat(config().scheduler())
        .isEqualTo(
            new SchedulerConfig(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
