package io.clientele.etl.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractTest {
  @TempDir Path temp;
  private Path folder;
  private Path warehouse;

  @BeforeEach
  void folders() {
    folder = temp.resolve("shop");
    warehouse = temp.resolve("warehouse");
  }

  private Shop customers() {
    return Shop.customers(folder);
  }

  private Shop daily() {
    return customers().day("customers_(\\d{8})\\.csv", "yyyyMMdd");
  }

  private Nights nights(Shop shop) {
    return new Nights(warehouse, shop.source());
  }

  private static List<String> batches(Nights nights, String... columns) {
    return nights
        .table("raw_batch")
        .orderBy("arrived_at", "file_name")
        .selectExpr(columns)
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  @Test
  void aDeliveryIsCopiedByteForByteAndAddressedByItsHash() throws Exception {
    byte[] bytes = Shop.gzip("id,name\n1,A\n2,B\n".getBytes(StandardCharsets.UTF_8));
    Shop shop = daily().deliver("customers_20260110.csv", bytes);

    Row batch = nights(shop).run().table("raw_batch").head();

    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    String id = "shop-customers-20260110-" + hash.substring(0, 12);
    assertThat(batch.<String>getAs("batch_id")).isEqualTo(id);
    assertThat(batch.<String>getAs("content_hash")).isEqualTo(hash);
    assertThat(batch.<String>getAs("landed_path"))
        .isEqualTo("landing/shop/customers/" + id + ".csv.gz");
    assertThat(batch.<Long>getAs("record_count")).isEqualTo(2);
    assertThat(warehouse.resolve(batch.<String>getAs("landed_path"))).hasBinaryContent(bytes);
    try (var files = Files.list(warehouse.resolve("landing/shop/customers"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aNightWithoutNewFilesLandsNothing() {
    Shop shop = customers().deliver("customers.csv", "id,name", "1,A");
    Nights nights = nights(shop).run().run();

    assertThat(batches(nights, "file_name", "status")).containsExactly("customers.csv|landed");
  }

  @Test
  void aDoubledFileIsVisibleAndStagedOnce() {
    Shop shop =
        customers()
            .deliver("customers.csv", "id,name", "1,A")
            .deliver("customers_copy.csv", "id,name", "1,A");
    Nights nights = nights(shop).run().run();

    assertThat(batches(nights, "file_name", "status", "note"))
        .containsExactly(
            "customers.csv|landed|null",
            "customers_copy.csv|repeated|Equal to customers.csv, which was landed before.");
    assertThat(nights.table(shop.table()).count()).isEqualTo(1);
  }

  @Test
  void aTouchedFileIsARepeatAndAChangedOneANewBatchAlsoWhenItChangesBack() throws IOException {
    Shop shop = customers().deliver("customers.csv", "id,name", "1,A");
    Nights nights = nights(shop).run();
    Files.setLastModifiedTime(folder.resolve("customers.csv"), FileTime.fromMillis(0));
    nights.run();
    shop.deliver("customers.csv", "id,name", "1,B");
    nights.run();
    shop.deliver("customers.csv", "id,name", "1,A");
    nights.run();

    assertThat(batches(nights, "note").subList(2, 4))
        .as("records replace each other, and none is missing")
        .containsExactly("null", "null");
    assertThat(batches(nights, "status")).containsExactly("landed", "repeated", "landed", "landed");
    assertThat(batches(nights, "batch_id")).doesNotHaveDuplicates();
  }

  @Test
  void equalContentOfAnotherDayIsADeliveryOfItsOwn() {
    Shop shop =
        daily()
            .deliver("customers_20260110.csv", "id,name", "1,A")
            .deliver("customers_20260111.csv", "id,name", "1,A");

    assertThat(batches(nights(shop).run(), "file_name", "status", "cast(effective_at as string)"))
        .containsExactly(
            "customers_20260110.csv|landed|2026-01-09 23:00:00",
            "customers_20260111.csv|landed|2026-01-10 23:00:00");
  }

  @Test
  void aMonthlyFileIsOfTheLastDayOfItsMonth() {
    Shop shop =
        customers()
            .day("customers_(\\d{6})\\.csv", "yyyyMM")
            .deliver("customers_202602.csv", "id,name", "1,A");

    assertThat(batches(nights(shop).run(), "cast(effective_at as string)"))
        .containsExactly("2026-02-27 23:00:00");
  }

  @Test
  void deliveriesOnOrAfterTheAsOfDateWaitUntilTheirTime() {
    Shop shop =
        daily()
            .deliver("customers_20260110.csv", "id,name", "1,A")
            .deliver("customers_20260111.csv", "id,name", "1,B");
    Nights nights = nights(shop).asOf(LocalDate.of(2026, 1, 11)).run();

    assertThat(batches(nights, "file_name")).containsExactly("customers_20260110.csv");
    assertThat(batches(nights.asOf(LocalDate.of(2026, 1, 12)).run(), "file_name"))
        .containsExactly("customers_20260110.csv", "customers_20260111.csv");
  }

  @Test
  void emptyBinaryAndDamagedFilesGetARowAndTheNightGoesOn() {
    byte[] damaged = Shop.gzip("id,name\n1,A\n".repeat(500).getBytes(StandardCharsets.UTF_8));
    byte[] half = java.util.Arrays.copyOf(damaged, damaged.length / 2);
    Shop shop =
        customers()
            .deliver("customers_1_empty.csv", new byte[0])
            .deliver("customers_2_blank.csv", "\n\n".getBytes(StandardCharsets.UTF_8))
            .deliver("customers_3_zip.csv", new byte[] {'P', 'K', 3, 4, 0, 0})
            .deliver("customers_4_utf16.csv", "id,name\n".getBytes(StandardCharsets.UTF_16))
            .deliver("customers_5_zeros.csv", new byte[] {'a', 0, 'b'})
            .deliver("customers_6_half.csv", half)
            .deliver("customers_7_header.csv", "id,name")
            .deliver("customers_8_good.csv", "id,name", "1,A");

    Nights nights = nights(shop).run().run();

    assertThat(batches(nights, "status", "record_count"))
        .containsExactly(
            "empty|null",
            "empty|null",
            "unreadable|null",
            "unreadable|null",
            "unreadable|null",
            "unreadable|null",
            "landed|0",
            "landed|1");
    assertThat(batches(nights, "note").get(2))
        .isEqualTo(
            "Cannot read customers_3_zip.csv: it is a ZIP archive or an Excel workbook; save it as"
                + " CSV.");
    assertThat(batches(nights, "note").get(5)).contains("its gzip stream is damaged");
    assertThat(nights.table(shop.table()).count()).isEqualTo(1);
  }

  @Test
  void aNameWithoutTheDeclaredDayIsSaidAndNotGuessed() {
    Shop shop = daily().deliver("customers_today.csv", "id,name", "1,A");

    assertThat(batches(nights(shop).run(), "status", "note").get(0))
        .startsWith("unreadable|Its name has no day as date_in_name asks");
  }

  @Test
  void theFirstLoadIsHistoryAndDeclaredHistoryStays() {
    Shop shop = customers().deliver("customers_1.csv", "id,name", "1,A");
    Nights nights = nights(shop).run();
    shop.deliver("customers_2.csv", "id,name", "2,B");
    nights.run();
    shop.deliver("customers_3.csv", "id,name", "3,C");
    nights.withSources(shop.history().source()).run();

    assertThat(batches(nights, "is_history")).containsExactly("true", "false", "true");
  }

  @Test
  void aMissingFolderIsAnErrorWithItsPath() {
    Shop shop = customers();

    assertThatThrownBy(() -> nights(shop).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Cannot extract from source shop: its folder "
                + folder
                + " is not there; create it, or correct `folder` of the source in clientele.yaml.");
  }

  @Test
  void aSourceWhoseFolderIsGoneLaterDoesNotStopTheNight() throws IOException {
    Shop shop = customers().deliver("customers.csv", "id,name", "1,A");
    Nights nights = nights(shop).run();
    Files.move(folder, folder.resolveSibling("taken-away"));

    assertThat(batches(nights.run(), "status")).containsExactly("landed");
  }

  @Test
  void aCopyLeftByADeadRunIsReplaced() throws IOException {
    Shop shop = customers().deliver("customers.csv", "id,name", "1,A");
    Path landing = Files.createDirectories(warehouse.resolve("landing/shop/customers"));
    String path = nights(shop).run().table("raw_batch").head().getAs("landed_path");
    Files.writeString(warehouse.resolve(path), "half a fi");
    Files.writeString(landing.resolve(".incoming"), "half");

    Nights again = nights(shop).run();

    assertThat(Files.readString(warehouse.resolve(path))).isEqualTo("id,name\n1,A\n");
    assertThat(again.table(shop.table()).count()).isEqualTo(1);
    assertThat(landing.resolve(".incoming")).doesNotExist();
  }
}
