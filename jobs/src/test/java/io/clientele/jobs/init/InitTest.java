package io.clientele.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.jobs.config.ConfigLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final String HEADER = "order_id,order_date,customer_id,sku,qty,price\n";

  @TempDir private Path root;
  private Path project;

  @BeforeEach
  void nameTheProject() {
    project = root.resolve("mein Läden");
  }

  private Path file(String name, String text) throws IOException {
    Files.createDirectories(project.resolve("extracts"));
    return Files.writeString(project.resolve("extracts").resolve(name), text);
  }

  @Test
  void existingConfigurationIsNeverOverwritten() throws IOException {
    Files.createDirectories(project);
    Files.writeString(project.resolve("clientele.yaml"), "mine");
    Path sales = file("sales.csv", HEADER + "1,2024-01-02,a,X1,2,3.50\n");
    assertThatThrownBy(() -> Initiated.from(project, sales))
        .isInstanceOf(InitException.class)
        .hasMessageContaining("it is there already and is never overwritten");
    assertThat(project.resolve("clientele.yaml")).hasContent("mine");
  }

  @Test
  void withoutFilesASkeletonIsWrittenThatCanBeRead() {
    Initiated skeleton = Initiated.from(project);
    assertThat(skeleton.outcome().exitCode()).isZero();
    assertThat(skeleton.config().company().name()).isEqualTo("mein Läden");
    assertThat(skeleton.config().sources().get(0).folder())
        .isEqualTo(project.resolve("extracts/shop"))
        .isDirectory();
  }

  @Test
  void commentedPartsOfTheSkeletonCanBeUsedAsTheyStand() throws IOException {
    Initiated skeleton = Initiated.from(project);
    String text = Files.readString(skeleton.outcome().file());
    String active =
        text.replaceAll("(?m)^(      )# ( *\\w+:|  )", "$1$2")
            .replaceAll("(?m)^(          )# (\\w+:)", "$1$2")
            .replaceAll("(?m)^# (attributes:|  )", "$1");
    Path file = Files.writeString(root.resolve("clientele.yaml"), active);
    assertThat(ConfigLoader.load(file).entities()).hasSize(2);
    assertThat(ConfigLoader.load(file).attributes()).hasSize(1);
  }

  @Test
  void filesInTheProjectAreNamedRelativeToItAndDaysBecomeAPattern() throws IOException {
    Path first = file("sales_20240101.csv", HEADER + "1,2024-01-01,a,X1,2,3.50\n");
    Path second = file("sales_20240102.csv", HEADER + "2,2024-01-02,b,X2,1,4.50\n");
    Initiated shop = Initiated.from(project, first, second);
    assertThat(shop.text()).contains("folder: extracts ");
    assertThat(shop.entity().filePattern()).isEqualTo("sales_*.csv");
    assertThat(shop.terminal().get(0))
        .startsWith("sales_20240101.csv, sales_20240102.csv: 2 lines");
  }

  @Test
  void patternNeverTakesFilesThatWereNotNamed() throws IOException {
    Path first = file("sales_1.csv", HEADER + "1,2024-01-01,a,X1,2,3.50\n");
    Path second = file("sales_2.csv", HEADER + "2,2024-01-02,b,X2,1,4.50\n");
    file("sales_old.csv", "something else\n");
    assertThat(Initiated.from(project, first, second).entity().filePattern())
        .isEqualTo("{sales_1.csv,sales_2.csv}");
  }

  @Test
  void filesOfTwoShapesBecomeTwoEntities() throws IOException {
    Path web = file("web.csv", HEADER + "1,2024-01-01,a,X1,2,3.50\n");
    Path till = file("till.csv", "Bon;Datum;Kunde;Artikel;Menge;Preis\n7;02.01.2024;b;X2;1;4,50\n");
    Initiated shop = Initiated.from(project, web, till);
    assertThat(shop.config().entities())
        .extracting(each -> each.name())
        .containsExactly("web", "till");
    assertThat(shop.config().entities().get(1).format().decimalComma()).isTrue();
  }

  @Test
  void currencyAndZoneAreTakenOrRefusedWithTheNearestName() throws IOException {
    Path sales = file("sales.csv", HEADER + "1,2024-01-02,a,X1,2,3.50\n");
    List<Path> from = List.of(sales);
    assertThatThrownBy(
            () -> run(new InitOptions(from, project, Optional.of("EURO"), Optional.empty())))
        .hasMessageContaining("did you mean EUR?");
    assertThatThrownBy(
            () -> run(new InitOptions(from, project, Optional.empty(), Optional.of("Berlin"))))
        .hasMessageContaining("did you mean Europe/Berlin?");
    InitOutcome outcome =
        run(new InitOptions(from, project, Optional.of("GBP"), Optional.of("Europe/London")));
    assertThat(ConfigLoader.load(outcome.file()).company().currencyCode()).isEqualTo("GBP");
    assertThat(Files.readString(outcome.file())).doesNotContain("A guess, the files do not say");
  }

  private static InitOutcome run(InitOptions options) {
    return Init.run(options, line -> {});
  }
}
