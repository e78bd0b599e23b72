package io.clientele.reports.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.reports.TestWarehouse;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule is broken once, by a row that says how often. */
class AuditTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 1);

  @TempDir Path folder;
  private TestWarehouse made;

  @BeforeEach
  void twoProductsOneOfWhichChangedItsPrice() {
    made =
        TestWarehouse.in(folder)
            .run(product(1, "tea", "1900-01-01", "2024-03-01", false))
            .run(product(2, "tea", "2024-03-01", "9999-12-31", true))
            .run(product(3, "pot", "1900-01-01", "9999-12-31", true))
            .run(sale("s1", 1, "2024-02-29 23:59:59Z"))
            .run(sale("s2", 2, "2024-03-01 00:00:00Z"));
  }

  @Test
  void aSoundHistoryBreaksNoRule() {
    List<Finding> findings = audited("dim_product");
    assertThat(findings).hasSizeGreaterThanOrEqualTo(6).allMatch(Finding::holds);
    assertThat(broken("fct_sales", "product_key was valid at ordered_at")).isZero();
  }

  /** A table that somebody declares and nobody tells the audit of stops it in the night. */
  @Test
  void everyDeclaredTableCanBeAudited() {
    assertThat(Warehouse.canonical().tables())
        .allSatisfy(spec -> assertThat(Audit.rules(spec)).as(spec.name()).isNotEmpty());
  }

  @Test
  void aGapAndAnOverlapAreFound() {
    made.run("UPDATE dim_product SET valid_to = '2024-02-01 00:00:00Z' WHERE product_key = 1");
    assertThat(broken("dim_product", "each version ends where the next begins")).isOne();
    made.run("UPDATE dim_product SET valid_to = '2024-04-01 00:00:00Z' WHERE product_key = 1");
    assertThat(broken("dim_product", "each version ends where the next begins")).isOne();
  }

  @Test
  void aMemberWithoutAnOpenVersionAndOneWithTwoAreFound() {
    made.run("UPDATE dim_product SET is_current = true WHERE product_key = 1")
        .run("UPDATE dim_product SET is_current = false WHERE product_key = 3");
    assertThat(broken("dim_product", "one open version a member")).isEqualTo(2);
    assertThat(broken("dim_product", "the open version has no end")).isEqualTo(2);
  }

  @Test
  void aFirstVersionThatStartsLaterIsFound() {
    made.run("UPDATE dim_product SET valid_from = '2020-01-01 00:00:00Z' WHERE product_key = 3");
    assertThat(broken("dim_product", "a first version starts 1900-01-01")).isOne();
  }

  @Test
  void aFactOutsideTheValidityOfItsVersionIsFound() {
    made.run(sale("s3", 1, "2024-03-01 00:00:00Z")).run(sale("s4", 2, "2024-02-29 23:59:59Z"));
    assertThat(broken("fct_sales", "product_key was valid at ordered_at")).isEqualTo(2);
  }

  @Test
  void repeatedKeysAndReferencesToNothingAreFound() {
    made.run(sale("s2", 2, "2024-05-01 00:00:00Z")).run(sale("s9", 99, "2024-05-01 00:00:00Z"));
    assertThat(broken("fct_sales", "key unique")).isOne();
    assertThat(broken("fct_sales", "product_key resolves")).isOne();
  }

  @Test
  void moneyThatIsLoadedAndNotThereIsFound() {
    made.run(
        "INSERT INTO rpt_load_summary (source, entity, outcome, canonical_entity, row_count, amount)"
            + " VALUES ('shop', 'lines', 'landed', 'sales_line', 3, NULL),"
            + " ('shop', 'lines', 'staged', 'sales_line', 2, 20),"
            + " ('shop', 'lines', 'loaded', 'sales_line', 2, 21)");
    assertThat(
            broken(
                "rpt_load_summary",
                "landed = staged + left out + quarantined, rows of a source entity"))
        .isOne();
    assertThat(
            broken(
                "rpt_load_summary",
                "staged = loaded + repeated + replaced + refused, money of a source entity"))
        .isOne();
    assertThat(broken("fct_sales", "sales lines loaded are there, rows and money of a source"))
        .isOne();
  }

  @Test
  void aMemberThatIsGoneSinceTheLastPublicationIsFound() {
    made.publish(1, DAY).run("DELETE FROM dim_product WHERE product_id = 'pot'");
    assertThat(broken("dim_product", "no fewer members than in publication 1")).isOne();
  }

  private long broken(String table, String rule) {
    return audited(table).stream()
        .filter(finding -> finding.rule().equals(rule))
        .mapToLong(Finding::broken)
        .sum();
  }

  /** What is found in a table as it is now, published as number 2. */
  private List<Finding> audited(String table) {
    made.publish(2, DAY);
    try (PublishedWarehouse now = PublishedWarehouse.open(folder)) {
      Optional<PublishedWarehouse> before = PublishedWarehouse.before(folder, now.publication());
      try {
        return Audit.of(now, before).stream()
            .filter(finding -> finding.table().equals(table))
            .toList();
      } finally {
        before.ifPresent(PublishedWarehouse::close);
      }
    }
  }

  private static String product(int key, String id, String from, String to, boolean isCurrent) {
    return "INSERT INTO dim_product (product_key, product_id, valid_from, valid_to, is_current, is_inferred)"
        + " VALUES (%d, '%s', '%s 00:00:00Z', '%s 00:00:00Z', %s, false)"
            .formatted(key, id, from, to, isCurrent);
  }

  private static String sale(String id, int productKey, String orderedAt) {
    return "INSERT INTO fct_sales (sales_line_id, source, product_key, ordered_at, line_amount)"
        + " VALUES ('%s', 'shop', %d, '%s', 10)".formatted(id, productKey, orderedAt);
  }
}
