package io.clientele.models.feature;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.Purchases;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.testkit.TestSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class StateTest {
  private static final Purchases FIRST =
      new Purchases().bought("a", "2024-01-05", "10").bought("b", "2024-01-06", "20");
  private static final Purchases SECOND =
      new Purchases().bought("a", "2024-01-02", "5").bought("a", "2024-02-01", "7");

  @Test
  void nights_in_any_order_and_in_one_go_give_the_same_state() {
    List<Row> inOrder = rows(after(after(empty(), FIRST), SECOND));
    List<Row> reversed = rows(after(after(empty(), SECOND), FIRST));
    List<Row> atOnce =
        rows(upserted(empty(), InMemoryInputs.asInserts(FIRST.facts().union(SECOND.facts()))));
    assertThat(inOrder).hasSize(2).isEqualTo(reversed).isEqualTo(atOnce);
    assertThat(inOrder.get(0).getList(1))
        .map(day -> ((Row) day).get(0).toString())
        .containsExactly("2024-01-02", "2024-01-05", "2024-02-01");
  }

  @Test
  void an_update_replaces_the_day_and_a_delete_removes_it() {
    Dataset<Row> before = after(empty(), FIRST);
    Dataset<Row> changed = new Purchases().bought("a", "2024-01-05", "99").facts();
    Dataset<Row> update =
        changed.selectExpr("'update' as change_type", "struct(*) as before", "struct(*) as after");
    Dataset<Row> delete =
        new Purchases()
            .bought("b", "2024-01-06", "20")
            .facts()
            .selectExpr("'delete' as change_type", "struct(*) as before")
            .withColumn("after", expr("if(true, null, before)"));
    List<Row> after = rows(upserted(before, update.unionByName(delete)));
    assertThat(after).hasSize(1);
    Row day = (Row) after.get(0).getList(1).get(0);
    assertThat(day.getDecimal(4)).isEqualByComparingTo("99");
  }

  @Test
  void only_touched_records_are_written() {
    Dataset<Row> before = after(empty(), FIRST);
    Changes changes =
        new BuildFeatures()
            .build(
                Purchases.inputs("2024-03-01")
                    .withPublished("ftr_customer_state", before)
                    .withInserted("fct_customer_day", SECOND.facts()));
    assertThat(changes.sets().get("ftr_customer_state").rows().collectAsList())
        .hasSize(1)
        .allMatch(row -> row.getString(0).equals("a"));
  }

  private static Dataset<Row> empty() {
    return Purchases.inputs("2024-03-01").current("ftr_customer_state");
  }

  private static Dataset<Row> after(Dataset<Row> state, Purchases night) {
    return upserted(state, InMemoryInputs.asInserts(night.facts()));
  }

  /** What the runner does with an upsert: rows replace by key, deleted keys go. */
  private static Dataset<Row> upserted(Dataset<Row> state, Dataset<Row> changeSet) {
    Changes.ChangeSet set =
        new BuildFeatures()
            .build(
                Purchases.inputs("2024-03-01")
                    .withPublished("ftr_customer_state", state)
                    .withChanges("fct_customer_day", changeSet))
            .sets()
            .get("ftr_customer_state");
    Dataset<Row> deleted = set.deletedKeys().orElseThrow();
    return state
        .join(set.rows().select("customer_record_id"), array(), "left_anti")
        .join(deleted, array(), "left_anti")
        .unionByName(set.rows())
        .localCheckpoint();
  }

  private static String[] array() {
    return new String[] {"customer_record_id"};
  }

  private static List<Row> rows(Dataset<Row> state) {
    assertThat(TestSpark.session()).isNotNull();
    return state.orderBy("customer_record_id").collectAsList();
  }
}
