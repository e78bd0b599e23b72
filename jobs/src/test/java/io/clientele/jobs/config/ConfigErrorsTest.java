package io.clientele.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigErrorsTest {
  @TempDir private Path folder;

  private ConfigException failure(String text) throws IOException {
    Path file = Yaml.file(folder, text);
    return catchThrowableOfType(
        ConfigException.class, () -> ConfigLoader.load(file, Map.of("SET", "x")));
  }

  private List<String> problems(String text) throws IOException {
    return failure(text).problems();
  }

  @Test
  void misspeltKeyIsSaidWithFileLineAndNearestName() throws IOException {
    assertThat(failure("company: {tme_zone: UTC}\n" + Yaml.SALES))
        .hasMessage(
            "Cannot read clientele.yaml: line 1: key company.tme_zone is unknown; did you mean"
                + " time_zone?");
  }

  @Test
  void allProblemsComeAtOnceSortedByLine() throws IOException {
    String text =
        Yaml.SALES.replace("quantity: Qty", "qantity: Qty").replace("sales_line", "sale_line")
            + "models: {churn: {horizon_days: soon}}\nretension: {}\ncompany: {currency: EURO}\n";
    assertThat(failure(text).getMessage())
        .isEqualTo(
            """
            Cannot read clientele.yaml: 4 problems
              line 6: sources.webshop.entities.lines.entity is sale_line, expected one of customer, product, store, sales_order, sales_line, payment, service_case, case_step, consent, campaign, campaign_contact, campaign_response, employee, opportunity_stage, subscription, stock; did you mean sales_line?
              line 15: models.churn.horizon_days is soon, expected a whole number from 7 to 730; write for example `horizon_days: 90`.
              line 16: key retension is unknown; did you mean retention?
              line 17: company.currency is EURO, expected a currency code of ISO 4217; did you mean EUR?""");
  }

  @Test
  void unknownFieldAndMissingFieldOfAMapping() throws IOException {
    assertThat(problems(Yaml.SALES.replace("quantity: Qty", "qantity: Qty")))
        .containsExactly(
            "line 8: sources.webshop.entities.lines.map does not map quantity, which every row must"
                + " have; add `quantity: COLUMN` (Units sold; negative = returned).",
            "line 12: sales_line has no field qantity; did you mean quantity?");
  }

  @Test
  void salesLinesWithoutATimeNeedOrderHeads() throws IOException {
    assertThat(problems(Yaml.SALES.replace("ordered_at: OrderedAt\n          ", "")))
        .containsExactly(
            "line 5: sales lines lines do not say when they were ordered; map ordered_at, or"
                + " describe the order heads as an entity sales_order.");
  }

  @Test
  void keyThatStandsTwiceIsRefusedWithBothLines() throws IOException {
    assertThat(problems(Yaml.SALES + "company: {name: A}\ncompany: {name: B}\n"))
        .containsExactly(
            "line 16: key company stands twice, first at line 15; remove one of them.");
  }

  @Test
  void placesOfWrongShapeAreSaidWithTheirValue() throws IOException {
    assertThat(problems(Yaml.SALES + "company: Nordlicht\nretention: {nights_days: [1]}\n"))
        .containsExactly(
            "line 15: company is Nordlicht, expected keys with values; write each as `key: value`"
                + " on a line of its own below it.",
            "line 16: retention.nights_days is a list, expected one text; write it on one line.");
  }

  @Test
  void zonesAndCharsetsAreSaidWithTheNearestKnownOne() throws IOException {
    String text =
        "company: {time_zone: Europe/Berln}\n"
            + Yaml.SALES.replace(
                "folder: extracts", "format: {charset: windws-1252, decimal: point}");
    assertThat(problems(text))
        .containsExactly(
            "line 1: company.time_zone is Europe/Berln, expected a time zone such as Europe/Berlin;"
                + " did you mean Europe/Berlin?",
            "line 4: sources.webshop.format.charset is windws-1252, expected one of UTF-8,"
                + " windows-1252, ISO-8859-1, ISO-8859-15, US-ASCII, windows-1250, windows-1251,"
                + " ISO-8859-2; did you mean windows-1252?",
            "line 4: sources.webshop.format.decimal is point, expected \".\" or \",\"; write one of"
                + " the two, in quotes.");
  }

  @Test
  void zoneThatIsOnlyACityIsFound() throws IOException {
    assertThat(problems("company: {time_zone: berlin}\n" + Yaml.SALES).get(0))
        .endsWith("did you mean Europe/Berlin?");
  }

  @Test
  void datesAreReadByPatternsOnly() throws IOException {
    String text =
        Yaml.SALES.replace(
            "map:",
            "format: {date_format: TT.MM.JJJJ}\n        date_in_name: {pattern: 'lines_(.csv'}\n"
                + "        map:");
    assertThat(problems(text))
        .anyMatch(
            problem ->
                problem.contains("lines.format.date_format is TT.MM.JJJJ, expected a pattern"))
        .anyMatch(problem -> problem.contains("expected a regular expression with one group"));
  }

  @Test
  void sourceInAnotherCurrencyWaitsForExchangeRates() throws IOException {
    assertThat(problems(Yaml.SALES.replace("folder: extracts", "currency: USD")))
        .containsExactly(
            "line 3: sources.webshop.currency is USD, the company's EUR; deliver it in the"
                + " company's currency: exchange rates are not loaded yet.");
  }

  @Test
  void fileThatIsNoYamlIsSaidWithItsLine() throws IOException {
    assertThat(failure("company:\n  name: A\n   time_zone: UTC\n").getMessage())
        .startsWith("Cannot read clientele.yaml: line 3: it is no YAML there:");
  }

  @Test
  void emptyFileLacksASource() throws IOException {
    assertThat(failure("# nothing\n"))
        .hasMessage(
            "Cannot read clientele.yaml: line 1: there is no source; describe one under `sources`,"
                + " or let `clientele init --from FILE` do it.");
  }

  @Test
  void fileThatIsNotThereOrNotUtf8IsSaid() throws IOException {
    Path missing = folder.resolve("nowhere/clientele.yaml");
    assertThat(catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(missing)))
        .hasMessageEndingWith("there is no such file; create it with `clientele init`.");
    Path latin = folder.resolve("clientele.yaml");
    Files.write(latin, "company: {name: Käse}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(latin)))
        .hasMessageEndingWith("it is not UTF-8; save it as UTF-8.");
  }

  @Test
  void placesThatInitLeftOpenAreSaid() throws IOException {
    assertThat(problems(Yaml.SALES.replace("unit_price: Price", "unit_price: FILL_IN")))
        .containsExactly(
            "line 13: sources.webshop.entities.lines.map.unit_price still has to be filled in;"
                + " write what the comment above it asks for in place of FILL_IN.");
  }

  @Test
  void attributesMayNotTakeCanonicalNamesNorBeTrackedOnLines() throws IOException {
    String text =
        Yaml.SALES
            + """
            attributes:
              customer:
                - {name: email, sentence: Mail.}
                - {name: shoe, type: integer, sentence: Shoe.}
                - {name: shoe, sentence: Shoe.}
              sales_line:
                - {name: margin, scd: 2, sentence: Margin.}
                - {name: cost}
            """;
    assertThat(problems(text))
        .containsExactly(
            "line 17: attribute email of customer is a canonical column already; map it under"
                + " `map`, or choose another name.",
            "line 18: attributes.customer.type is integer, expected one of string, boolean, int,"
                + " bigint, double, date, timestamp, decimal(p,s); did you mean int?",
            "line 19: attribute shoe of customer stands twice; remove one of them.",
            "line 21: Cannot track margin of sales_line: a sales line has no versions; declare it"
                + " with scd: 1.",
            "line 22: attributes.sales_line.sentence is missing; say what it holds, with unit or"
                + " codes.");
  }
}
