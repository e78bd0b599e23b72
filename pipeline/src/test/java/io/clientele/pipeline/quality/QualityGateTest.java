package io.clientele.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.store.ChangeCounts;
import io.clientele.pipeline.store.Position;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.fact.FctCustomerDay;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgStore;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class QualityGateTest {
  private static final TableSpec GRADES =
      TableSpec.table("scr_grade")
          .grain("one row per person")
          .fields(
              Field.durableKey("person", FieldType.STRING, "Person"),
              Field.attribute("grade", FieldType.STRING, "Grade").oneOf("A", "B", "it's C"))
          .key(Field.durableKey("person", FieldType.STRING, "Person"))
          .build();

  private static Dataset<Row> changes(String values, String columns) {
    return TestSpark.session().sql("select * from values " + values + " as t(" + columns + ")");
  }

  @Test
  void rulesFollowFromTheDeclaration() {
    assertThat(RulesFromSpec.of(FctCustomerDay.TABLE, Warehouse.canonical()))
        .extracting(Rule::name)
        .contains("customer_record_id required", "date_key resolves", "key unique");
    Rule.Holds storeId =
        (Rule.Holds) RulesFromSpec.of(StgStore.TABLE, Warehouse.canonical()).get(0);
    assertThat(storeId.condition())
        .as("a rejected row may lack it")
        .isEqualTo(Lineage.IS_REJECTED.name() + " or (`store_id` is not null)");
  }

  @Test
  void oneScanCountsChangesAndBrokenRules() {
    List<Rule> rules = RulesFromSpec.of(GRADES, Warehouse.canonical());
    Dataset<Row> changes =
        changes(
            "('insert', 'ann', 'A'), ('insert', 'ann', 'D'), ('update', null, 'it\\'s C'),"
                + " ('delete', null, null), ('insert', 'bob', null)",
            "change_type, person, grade");
    RuleScan scan = RuleScan.of(GRADES, rules, changes);
    assertThat(scan.counts()).isEqualTo(new ChangeCounts(3, 1, 1, 0));
    assertThat(scan.metrics())
        .containsExactly(
            Metric.ofRows("scr_grade", "person required", Severity.STOP, 4, 1),
            Metric.ofRows("scr_grade", "grade accepted", Severity.STOP, 4, 1),
            Metric.ofRows("scr_grade", "key unique", Severity.STOP, 4, 1));
  }

  @Test
  void sumsAreComparedGroupByGroup() {
    Dataset<Row> changes =
        changes(
            "('insert', 'ann', 'in', 5), ('insert', 'ann', 'out', 5), ('insert', 'bob', 'in', 7),"
                + " ('insert', 'bob', 'out', 6), ('insert', 'cyd', 'out', 1)",
            "change_type, person, side, pieces");
    Rule.Balances balances =
        new Rule.Balances(
            "scr_grade",
            "in = out",
            Severity.STOP,
            List.of("person"),
            "sum(if(side = 'in', pieces, 0))",
            "sum(if(side = 'out', pieces, 0))");
    assertThat(BalanceScan.metrics(List.of(balances), changes))
        .containsExactly(Metric.ofRows("scr_grade", "in = out", Severity.STOP, 3, 2));
  }

  @Test
  void mostRowsRefusedStopANightAndSomeAreWarnedAbout() {
    ShareLimits limits = new ShareLimits(10, 50, 20);
    assertThat(limits.verdict(120, 61)).isEqualTo(Metric.Verdict.STOPPED);
    assertThat(limits.verdict(120, 60)).isEqualTo(Metric.Verdict.WARNED);
    assertThat(limits.verdict(120, 12)).isEqualTo(Metric.Verdict.PASSED);
    assertThat(limits.verdict(19, 19)).as("too few to tell").isEqualTo(Metric.Verdict.WARNED);
    assertThat(limits.verdict(0, 0)).isEqualTo(Metric.Verdict.PASSED);
    assertThat(new ShareLimits(10, 100, 20).verdict(120, 120))
        .as("accepted")
        .isEqualTo(Metric.Verdict.WARNED);
  }

  @Test
  void refusedShareIsCountedInTheScanAndNamesItsReasons() {
    Rule.Share share =
        new Rule.Share(
            "scr_grade",
            "few refused",
            "shop.sales",
            "grade is null or grade <> 'left out'",
            "person is null",
            "array(grade)",
            new ShareLimits(10, 50, 3),
            "Mend it.");
    Dataset<Row> changes =
        changes(
            "('insert', 'ann', null), ('insert', null, 'D'), ('insert', null, 'D'),"
                + " ('insert', null, 'E'), ('insert', null, 'left out'), ('delete', null, 'D')",
            "change_type, person, grade");
    Metric metric = RuleScan.of(GRADES, List.of(share), changes).metrics().get(0);
    assertThat(metric)
        .isEqualTo(
            new Metric(
                "scr_grade", "few refused", Severity.STOP, 4, 3, 0.25, Metric.Verdict.STOPPED));
    assertThat(ShareStop.message(share, metric, changes))
        .isEqualTo(
            "Cannot publish shop.sales: 3 of 4 new rows (75 %) are refused, most often D (2), E"
                + " (1); more than 50 % stop a night. Nothing was published, the last publication"
                + " stays valid. Mend it.");
  }

  @Test
  void aTableThatLostAThirdOfItsRowsIsWarnedAbout() {
    TableResult result = new TableResult("dim_store", 0, 0, 4, 0, 8, Position.START);
    assertThat(RowCountNear.judge(result, List.of(12.0, 12.0)).verdict())
        .isEqualTo(Metric.Verdict.WARNED);
    assertThat(RowCountNear.judge(result, List.of(9.0, 9.0)).verdict())
        .isEqualTo(Metric.Verdict.PASSED);
    assertThat(RowCountNear.judge(result, List.of(100.0)).verdict())
        .as("one night is no history")
        .isEqualTo(Metric.Verdict.PASSED);
  }
}
