package io.clientele.pipeline.store;

import static io.clientele.pipeline.store.StoreFixture.COUNTS;
import static io.clientele.pipeline.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.Writes.Mode;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableStoreTest {
  private static final TableSpec LOG =
      TableSpec.table("raw_log")
          .grain("one row per entry")
          .fields(Field.attribute("entry", FieldType.STRING, "Entry"))
          .build();
  private static final TableSpec STOCK =
      TableSpec.table("cnf_stock")
          .grain("one row per article")
          .fields(
              Field.durableKey("article", FieldType.STRING, "Article"),
              Field.attribute("pieces", FieldType.INT, "Pieces"),
              Field.audit("run_id", FieldType.STRING, "Run"))
          .key(Field.durableKey("article", FieldType.STRING, "Article"))
          .build();
  private static final TableSpec SCORES =
      TableSpec.table("scr_grade")
          .grain("one row per person and day")
          .fields(
              Field.durableKey("person", FieldType.STRING, "Person"),
              Field.durableKey("day", FieldType.DATE, "Day"),
              Field.attribute("grade", FieldType.INT, "Grade"))
          .key(
              Field.durableKey("person", FieldType.STRING, "Person"),
              Field.durableKey("day", FieldType.DATE, "Day"))
          .partitionedBy("day")
          .build();

  private static final TableSpec ORDERS =
      TableSpec.table("fct_orders")
          .grain("one row per order")
          .fields(
              Field.durableKey("order_id", FieldType.STRING, "Order"),
              Field.attribute("day", FieldType.DATE, "Day"))
          .key(Field.durableKey("order_id", FieldType.STRING, "Order"))
          .partitionedBy("months(day)")
          .prunedBy(Field.attribute("day", FieldType.DATE, "Day"))
          .build();

  @TempDir Path folder;
  private StoreFixture fixture;

  @BeforeEach
  void open() {
    fixture = new StoreFixture(folder.resolve("Größe 1"), LOG, STOCK, SCORES, ORDERS);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private TableResult stock(String run, String values) {
    return fixture.night(run, STOCK, Mode.UPSERT, fixture.rows(STOCK, values));
  }

  @Test
  void aTableNeverWrittenHasNoRowsAndItsDeclaredColumns() {
    TableStore store = fixture.store("r1");
    assertThat(store.current("cnf_stock").columns()).containsExactly("article", "pieces", "run_id");
    assertThat(store.current("cnf_stock").count()).isZero();
    assertThat(store.position("cnf_stock")).isEqualTo(Position.START);
    assertThat(store.isUnchanged("cnf_stock", Position.START)).isTrue();
  }

  @Test
  void whatARunWritesIsSeenByItAloneUntilPublication() {
    TableStore store = fixture.store("r1");
    TableResult result =
        store.write(
            LOG,
            Mode.APPEND,
            new ChangeSet(fixture.rows(LOG, "('a'), ('b')"), Optional.empty()),
            COUNTS);
    assertThat(text(store.current("raw_log"))).containsExactly("{entry:a}", "{entry:b}");
    assertThat(store.published("raw_log").count()).isZero();
    assertThat(fixture.store("r2").current("raw_log").count()).isZero();
    assertThat(result.total()).isEqualTo(2);
    store.discard("raw_log");
    assertThat(store.current("raw_log").count()).isZero();
  }

  @Test
  void appendedRowsAreTheChangeSetOfWhoeverReadLess() {
    fixture.night("r1", LOG, Mode.APPEND, fixture.rows(LOG, "('a')"));
    Position afterFirst = fixture.store("look").position("raw_log");
    fixture.night("r2", LOG, Mode.APPEND, fixture.rows(LOG, "('b')"));
    fixture.night("r3", LOG, Mode.APPEND, fixture.rows(LOG, "('c')"));
    TableStore store = fixture.store("look");
    assertThat(text(store.changes("raw_log", afterFirst)))
        .containsExactly(
            "{change_type:insert,after:{entry:b}}", "{change_type:insert,after:{entry:c}}");
    assertThat(store.changes("raw_log", Position.START).count()).isEqualTo(3);
    assertThat(store.isUnchanged("raw_log", store.position("raw_log"))).isTrue();
    assertThat(store.isUnchanged("raw_log", afterFirst)).isFalse();
  }

  @Test
  void upsertTellsInsertUpdateAndDeleteWithTheRowsBeforeAndAfter() {
    stock("r1", "('nail', 5, 'r1'), ('screw', 7, 'r1'), ('bolt', 1, 'r1')");
    Position afterFirst = fixture.store("look").position("cnf_stock");
    TableResult second =
        fixture.night(
            "r2",
            STOCK,
            Mode.UPSERT,
            new ChangeSet(
                fixture.rows(STOCK, "('nail', 6, 'r2'), ('screw', 7, 'r2'), ('hook', 2, 'r2')"),
                Optional.of(fixture.session.sql("select 'bolt' article"))));
    assertThat(List.of(second.inserted(), second.updated(), second.deleted(), second.total()))
        .containsExactly(1L, 1L, 1L, 3L);
    TableStore store = fixture.store("look");
    assertThat(text(store.current("cnf_stock")))
        .as("an equal row keeps the run that wrote it")
        .containsExactly(
            "{article:hook,pieces:2,run_id:r2}",
            "{article:nail,pieces:6,run_id:r2}",
            "{article:screw,pieces:7,run_id:r1}");
    assertThat(text(store.changes("cnf_stock", afterFirst)))
        .containsExactly(
            "{change_type:delete,before:{article:bolt,pieces:1,run_id:r1}}",
            "{change_type:insert,after:{article:hook,pieces:2,run_id:r2}}",
            "{change_type:update,before:{article:nail,pieces:5,run_id:r1},after:{article:nail,pieces:6,run_id:r2}}");
  }

  @Test
  void severalRunsFoldToOneRowAKey() {
    stock("r1", "('nail', 1, 'r1'), ('bolt', 1, 'r1')");
    Position afterFirst = fixture.store("look").position("cnf_stock");
    stock("r2", "('nail', 2, 'r2'), ('bolt', 9, 'r2'), ('hook', 1, 'r2')");
    fixture.night(
        "r3",
        STOCK,
        Mode.UPSERT,
        new ChangeSet(
            fixture.rows(STOCK, "('nail', 3, 'r3'), ('bolt', 1, 'r3')"),
            Optional.of(fixture.session.sql("select 'hook' article"))));
    assertThat(text(fixture.store("look").changes("cnf_stock", afterFirst)))
        .as("bolt went there and back, hook came and went")
        .containsExactly(
            "{change_type:update,before:{article:nail,pieces:1,run_id:r1},after:{article:nail,pieces:3,run_id:r3}}");
    assertThat(fixture.store("look").changes("cnf_stock", Position.START).count()).isEqualTo(2);
  }

  @Test
  void equalRowsChangeNothing() {
    stock("r1", "('nail', 5, 'r1')");
    Position before = fixture.store("look").position("cnf_stock");
    TableResult again = stock("r2", "('nail', 5, 'r2')");
    assertThat(again.inserted() + again.updated() + again.deleted()).isZero();
    assertThat(again.position()).isEqualTo(before);
  }

  @Test
  void aRowWinsOverADeletionOfItsKeyAndUnknownKeysAreNoDeletions() {
    stock("r1", "('nail', 5, 'r1'), ('bolt', 1, 'r1')");
    fixture.night(
        "r2",
        STOCK,
        Mode.UPSERT,
        new ChangeSet(
            fixture.rows(STOCK, "('nail', 6, 'r2')"),
            Optional.of(fixture.session.sql("select explode(array('nail', 'ghost')) article"))));
    assertThat(text(fixture.store("look").current("cnf_stock")))
        .containsExactly("{article:bolt,pieces:1,run_id:r1}", "{article:nail,pieces:6,run_id:r2}");
  }

  @Test
  void aRowThatMovesOutOfWhatIsLookedAtIsFoundWhereItStoodFormerly() {
    fixture.night(
        "r1",
        ORDERS,
        Mode.UPSERT,
        fixture.rows(ORDERS, "('a', date'2025-01-05'), ('b', date'2025-03-05')"));
    TableResult result =
        fixture.night(
            "r2",
            ORDERS,
            Mode.UPSERT,
            new ChangeSet(
                fixture.rows(ORDERS, "('a', date'2025-02-06'), ('c', date'2025-02-07')"),
                Optional.empty(),
                Optional.of(fixture.session.sql("select date'2025-01-05' day"))));
    assertThat(List.of(result.inserted(), result.updated(), result.deleted(), result.total()))
        .containsExactly(1L, 1L, 0L, 3L);
    assertThat(text(fixture.store("look").current("fct_orders")))
        .containsExactly(
            "{order_id:a,day:2025-02-06}",
            "{order_id:b,day:2025-03-05}",
            "{order_id:c,day:2025-02-07}");
  }

  @Test
  void writingTwiceInOneRunIsWritingOnce() {
    stock("r1", "('nail', 5, 'r1')");
    TableStore store = fixture.store("r2");
    for (int i = 0; i < 2; i++) {
      store.write(
          STOCK,
          Mode.UPSERT,
          new ChangeSet(
              fixture.rows(STOCK, "('nail', 6, 'r2'), ('hook', 1, 'r2')"), Optional.empty()),
          COUNTS);
    }
    assertThat(store.current("cnf_stock").count()).isEqualTo(2);
    assertThat(store.changes("cnf_stock", fixture.store("look").position("cnf_stock")).count())
        .isEqualTo(2);
  }

  @Test
  void replacingPartitionsLeavesTheOthersAndInspectsOnlyTheNewOnes() {
    fixture.night(
        "r1",
        SCORES,
        Mode.REPLACE_PARTITIONS,
        fixture.rows(SCORES, "('ann', date'2025-01-01', 1), ('bob', date'2025-01-02', 2)"));
    Position before = fixture.store("look").position("scr_grade");
    TableResult second =
        fixture.night(
            "r2",
            SCORES,
            Mode.REPLACE_PARTITIONS,
            fixture.rows(SCORES, "('bob', date'2025-01-02', 3)"));
    assertThat(List.of(second.inserted(), second.deleted(), second.total()))
        .containsExactly(1L, 1L, 2L);
    assertThat(text(fixture.store("look").changes("scr_grade", before)))
        .containsExactly(
            "{change_type:update,before:{person:bob,day:2025-01-02,grade:2},after:{person:bob,day:2025-01-02,grade:3}}");
  }

  @Test
  void replacingTheTableByNothingEmptiesIt() {
    fixture.night("r1", LOG, Mode.REPLACE, fixture.rows(LOG, "('a'), ('a')"));
    Position before = fixture.store("look").position("raw_log");
    TableResult second =
        fixture.night("r2", LOG, Mode.REPLACE, fixture.rows(LOG, "('b')").where("false"));
    assertThat(second.deleted()).isEqualTo(2);
    assertThat(fixture.store("look").current("raw_log").count()).isZero();
    assertThat(text(fixture.store("look").changes("raw_log", before)))
        .containsExactly(
            "{change_type:delete,before:{entry:a}}", "{change_type:delete,before:{entry:a}}");
  }

  @Test
  void aNewColumnIsEmptyInOldRowsAndRecordedInChangeSets() {
    stock("r1", "('nail', 5, 'r1')");
    stock("r2", "('nail', 6, 'r2')");
    TableSpec wider =
        STOCK.withAttributes(List.of(Field.attribute("shelf", FieldType.STRING, "Shelf")));
    TableStore store = fixture.store("r3", Warehouse.canonical().with(List.of(LOG, wider, SCORES)));
    Position before = store.position("cnf_stock");
    assertThat(store.current("cnf_stock").columns()).contains("shelf");
    store.write(
        wider,
        Mode.UPSERT,
        new ChangeSet(
            fixture.rows(wider, "('nail', 6, 'r3', 'A'), ('bolt', 1, 'r3', 'B')"),
            Optional.empty()),
        COUNTS);
    assertThat(text(store.changes("cnf_stock", before)))
        .containsExactly(
            "{change_type:insert,after:{article:bolt,pieces:1,run_id:r3,shelf:B}}",
            "{change_type:update,before:{article:nail,pieces:6,run_id:r2},after:{article:nail,pieces:6,run_id:r3,shelf:A}}");
  }

  @Test
  void anotherTypeIsRefusedWithBothTypes() {
    stock("r1", "('nail', 5, 'r1')");
    TableSpec other =
        TableSpec.table("cnf_stock")
            .grain("one row per article")
            .fields(
                Field.durableKey("article", FieldType.STRING, "Article"),
                Field.attribute("pieces", FieldType.STRING, "Pieces"))
            .key(Field.durableKey("article", FieldType.STRING, "Article"))
            .build();
    assertThatThrownBy(
            () ->
                fixture
                    .store("r2")
                    .write(
                        other,
                        Mode.UPSERT,
                        new ChangeSet(fixture.rows(other, "('nail', '5')"), Optional.empty()),
                        COUNTS))
        .hasMessage(
            "Cannot write cnf_stock: column pieces is int in the warehouse and string in its"
                + " declaration; give the new column another name.");
  }
}
