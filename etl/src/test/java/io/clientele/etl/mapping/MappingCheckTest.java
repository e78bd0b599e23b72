package io.clientele.etl.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.etl.source.EntityDeclaration;
import io.clientele.etl.source.EntityDeclaration.Delivery;
import io.clientele.etl.source.EntityDeclaration.Redelivery;
import io.clientele.etl.source.FileFormat;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MappingCheckTest {
  private final Map<String, String> fields =
      new LinkedHashMap<>(Map.of("source_customer_id", "id", "full_name", "name"));
  private FileFormat format = FileFormat.standard();
  private Optional<String> where = Optional.empty();
  private List<String> key = List.of();

  private List<Problem> check(String... header) {
    EntityDeclaration entity =
        new EntityDeclaration(
            "shop",
            "people",
            "customer",
            "*.csv",
            Optional.empty(),
            Delivery.FULL,
            false,
            format,
            key,
            Redelivery.APPEND,
            where,
            fields,
            List.of(),
            Map.of("map", 5, "map.full_name", 7, "where", 9, "map.fulname", 8, "key", 4));
    Optional<List<String>> columns =
        header.length == 0 ? Optional.empty() : Optional.of(List.of(header));
    return MappingCheck.check(entity, columns);
  }

  @Test
  void aMappingThatFitsHasNoProblem() {
    assertThat(check()).isEmpty();
    assertThat(check("ID", "name", "more")).isEmpty();
  }

  @Test
  void aColumnThatTheFileLacksComesWithLineExpressionAndNearestName() {
    fields.put("full_name", "upper(nmae)");

    assertThat(check("id", "name"))
        .containsExactly(
            new Problem(
                "Cannot map full_name of shop.people by 'upper(nmae)': the file has no column nmae;"
                    + " did you mean name?",
                7));
  }

  @Test
  void aFunctionThatIsNotListedIsRefused() {
    fields.put("full_name", "reflect('java.lang.System', 'getenv')");

    assertThat(check())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(7);
              assertThat(problem.message())
                  .startsWith(
                      "Cannot map full_name of shop.people by 'reflect('java.lang.System',"
                          + " 'getenv')': function reflect is not one that mapping expressions"
                          + " may call; did you mean ");
            });
  }

  @Test
  void anUnknownFieldComesWithTheNearest() {
    fields.put("fulname", "name");

    assertThat(check())
        .containsExactly(
            new Problem(
                "Cannot map shop.people: customer has no field fulname; did you mean full_name?",
                8));
  }

  @Test
  void aRequiredFieldMustBeMapped() {
    fields.remove("source_customer_id");

    assertThat(check())
        .containsExactly(
            new Problem(
                "Cannot map shop.people: no expression for source_customer_id, which every row"
                    + " must have; add a line `source_customer_id: …` under map.",
                5));
  }

  @Test
  void aFilterMustSayTrueOrFalse() {
    where = Optional.of("length(name)");

    assertThat(check())
        .containsExactly(
            new Problem(
                "Cannot filter shop.people by 'length(name)': it yields int and no true or false;"
                    + " write a comparison.",
                9));
  }

  @Test
  void aKeyMustBeAField() {
    key = List.of("customer_id");

    assertThat(check().get(0).message()).endsWith("did you mean source_customer_id?");
  }

  @Test
  void charsetAndPatternsAreChecked() {
    format =
        new FileFormat(
            StandardCharsets.UTF_16,
            ',',
            Optional.of('"'),
            false,
            Optional.of("dd.bb.yyyy"),
            Optional.empty(),
            List.of());

    assertThat(check())
        .extracting(Problem::message)
        .satisfiesExactly(
            charset -> assertThat(charset).startsWith("Cannot read files of shop.people in UTF-16"),
            pattern -> assertThat(pattern).contains("date_format 'dd.bb.yyyy'"));
  }
}
