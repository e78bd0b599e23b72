package io.clientele.etl.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
  private static final String HEADER = "order,at,product,qty,price";

  /** Line to its reasons; empty = accepted. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("o1,2026-01-05 10:00:00,p,2,1.50", ""),
          Map.entry(",2026-01-05 10:00:00,p,2,1.50", "missing(order_id)"),
          Map.entry("o3,2026-01-05 10:00:00,p,two,1.50", "not_a_number(quantity)"),
          Map.entry(
              "o4,2026-01-05 10:00:00,p,,cheap", "missing(quantity),not_a_number(unit_price)"),
          Map.entry("o5,05/01/2026,p,2,1.50", "not_a_date(ordered_at)"),
          Map.entry("o6,2026-01-05 10:00:00,p,0,1.50", "zero(quantity)"),
          Map.entry("o7,2026-03-05 10:00:00,p,2,1.50", "out_of_range(ordered_at)"),
          Map.entry("o8,1969-12-31 10:00:00,p,2,1.50", "out_of_range(ordered_at)"),
          Map.entry("o9,2026-01-05 10:00:00,p,2", "cell_count"),
          Map.entry("o10,2026-01-05 10:00:00,p,2,1.50,x", "cell_count"),
          Map.entry("o11,2026-01-05 10:00:00,p,99999999999999999,1", "out_of_range(quantity)"),
          Map.entry("o12,2026-01-05 10:00:00,p,900000000000,2", "out_of_range(unit_price)"),
          Map.entry("o13,2026-01-05 10:00:00,\"p,2,1.50", "unclosed_quote"),
          Map.entry("o14,2026-01-05 10:00:00,\"p\"x,2,1.50", "stray_quote"),
          Map.entry("o15,2026-01-05 10:00:00,  ,2,1.50", "missing(product_id)"),
          Map.entry("o16,2026-02-30 10:00:00,pé,2,1.50", "not_a_date(ordered_at)"),
          Map.entry("o17,2026-01-05 10:00:00,gift,1,0", ""),
          Map.entry("o18,2026-01-05 10:00:00,bad debt,1,-11062.06", ""),
          Map.entry("o19,2026-01-05 10:00:00,returned,-3,2.00", ""));

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void folder() {
    folder = temp.resolve("Läden und mehr");
  }

  private Nights nights(Shop shop) {
    return new Nights(temp.resolve("warehouse"), shop.source());
  }

  private static List<String> column(Dataset<Row> rows, String... columns) {
    return rows.orderBy("batch_id", "record_number").selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  @Test
  void everyKindOfBrokenRowIsRefusedWithAllItsReasonsAndItsAddress() {
    List<String> lines =
        KINDS.keySet().stream().filter(line -> !line.contains("\"p,2")).sorted().toList();
    String text =
        HEADER + "\n" + String.join("\n", lines) + "\no13,2026-01-05 10:00:00,\"p,2,1.50\n";
    Shop shop = Shop.lines(folder).deliver("lines.csv", text.getBytes(StandardCharsets.UTF_8));

    List<Row> rows =
        nights(shop)
            .run()
            .table(shop.table())
            .selectExpr("byte_offset", "raw_text", "concat_ws(',', reject_reasons)", "is_rejected")
            .collectAsList();

    assertThat(rows).hasSize(KINDS.size());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Row row : rows) {
      int offset = (int) row.getLong(0);
      String line =
          new String(Arrays.copyOfRange(bytes, offset, bytes.length), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElseThrow();
      assertThat(row.getString(2)).as(line).isEqualTo(KINDS.get(line));
      assertThat(row.getBoolean(3)).isEqualTo(!KINDS.get(line).isEmpty());
      assertThat(row.getString(1)).isEqualTo(KINDS.get(line).isEmpty() ? null : line);
    }
  }

  @Test
  void theSamePlainTextComesFromEveryEncoding() {
    String text = "id;name\n1;Jürgen Weiß\n2;\"Émile; \"\"Zola\"\"\"\n";
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] windows = text.getBytes(java.nio.charset.Charset.forName("windows-1252"));
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    List<String> expected = List.of("1|Jürgen Weiß", "2|Émile; \"Zola\"");

    Map<String, byte[]> utf8Files = Map.of("a", utf8, "b", marked, "c", Shop.gzip(utf8));
    for (Map.Entry<String, byte[]> file : utf8Files.entrySet()) {
      Shop shop =
          Shop.customers(temp.resolve(file.getKey()))
              .format(Shop.format("UTF-8", ';', false, null));
      assertThat(names(shop.deliver("customers.csv", file.getValue()), file.getKey()))
          .isEqualTo(expected);
    }
    Shop shop =
        Shop.customers(temp.resolve("w")).format(Shop.format("windows-1252", ';', true, null));
    assertThat(names(shop.deliver("customers.csv", windows), "w")).isEqualTo(expected);
  }

  private List<String> names(Shop shop, String warehouse) {
    Nights nights = new Nights(temp.resolve("warehouse-" + warehouse), shop.source());
    return column(nights.run().table(shop.table()), "source_customer_id", "full_name");
  }

  @Test
  void numbersFollowTheDecimalSignOfTheSource() {
    Shop comma =
        Shop.lines(folder)
            .format(Shop.format("windows-1252", ';', true, null))
            .deliver(
                "lines.csv",
                "order;at;product;qty;price",
                "1;2026-01-05;p;2;1.234,56",
                "2;2026-01-05;p;2;1234,5",
                "3;2026-01-05;p;-2;7",
                "4;2026-01-05;p;2; 12,50 ",
                "5;2026-01-05;p;2;1.5",
                "6;2026-01-05;p;2;1,234,567");

    Dataset<Row> rows = nights(comma).run().table(comma.table());

    assertThat(column(rows, "unit_price", "concat_ws(',', reject_reasons)"))
        .containsExactly(
            "1234.5600|",
            "1234.5000|",
            "7.0000|",
            "12.5000|",
            "null|not_a_number(unit_price)",
            "null|not_a_number(unit_price)");
  }

  @Test
  void localTimesBecomeUtcAlsoAcrossTheClockChange() {
    Shop shop =
        Shop.lines(folder)
            .format(Shop.format("UTF-8", ',', false, "dd.MM.yyyy HH:mm"))
            .deliver(
                "lines.csv",
                HEADER,
                "1,29.03.2025 12:00,p,1,1",
                "2,30.03.2025 12:00,p,1,1",
                "3,26.10.2025 12:00,p,1,1",
                "4,30.03.2025 02:30,p,1,1",
                "5,26.10.2025 02:30,p,1,1",
                "6,2025-10-26 02:30,p,1,1");

    Dataset<Row> rows = nights(shop).run().table(shop.table());

    // Berlin: UTC+1 in winter, UTC+2 in summer; 02:30 does not exist on 30 March (03:30 is meant),
    // and on 26 October it is the first of the two.
    assertThat(column(rows, "cast(ordered_at as string)"))
        .containsExactly(
            "2025-03-29 11:00:00",
            "2025-03-30 10:00:00",
            "2025-10-26 11:00:00",
            "2025-03-30 01:30:00",
            "2025-10-26 00:30:00",
            "null");
  }

  @Test
  void isoTimesWithAZoneAreTakenAsTheySay() {
    Shop shop =
        Shop.lines(folder)
            .deliver(
                "lines.csv",
                HEADER,
                "1,2025-07-01T12:00:00Z,p,1,1",
                "2,2025-07-01 12:00:00+05:00,p,1,1",
                "3,2025-07-01 12:00:00,p,1,1",
                "4,2025-07-01,p,1,1",
                "5,12:30,p,1,1");

    assertThat(column(nights(shop).run().table(shop.table()), "cast(ordered_at as string)"))
        .containsExactly(
            "2025-07-01 12:00:00",
            "2025-07-01 07:00:00",
            "2025-07-01 10:00:00",
            "2025-06-30 22:00:00",
            "null");
  }

  @Test
  void aCastInsideAnExpressionThatFailsIsARefusalAndNotASilentNull() {
    Shop shop =
        Shop.lines(folder)
            .map("quantity", "cast(qty as int) * 2")
            .map("discount_amount", "try_cast(price as double) * 0")
            .map("is_cancellation", "case when `order` like 'C%' then true end")
            .deliver("lines.csv", HEADER, "C1,2026-01-05,p,5,1", "2,2026-01-05,p,five,1");

    Dataset<Row> rows = nights(shop).run().table(shop.table());

    assertThat(column(rows, "quantity", "is_cancellation", "concat_ws(',', reject_reasons)"))
        .containsExactly("10.000|true|", "null|null|not_a_number(quantity)");
  }

  @Test
  void truthIsReadInSeveralLanguagesAndWrittenTextIsRefused() {
    Shop shop =
        Shop.customers(folder)
            .map("is_marketing_allowed", "ok")
            .map("email", "mail")
            .deliver(
                "customers.csv",
                "id,name,ok,mail",
                "1,A,ja,A@X.ORG",
                "2,B,N,",
                "3,C,,c@x.org",
                "4,D,perhaps,d@x.org");

    Dataset<Row> rows = nights(shop).run().table(shop.table());

    assertThat(column(rows, "is_marketing_allowed", "email", "concat_ws(',', reject_reasons)"))
        .containsExactly(
            "true|a@x.org|",
            "false|null|",
            "null|c@x.org|",
            "null|d@x.org|not_a_boolean(is_marketing_allowed)");
  }

  @Test
  void laterRecordsWithTheSameKeyAreRefusedButARefusedOneTakesNoKey() {
    Shop shop =
        Shop.customers(folder)
            .map("birth_date", "born")
            .key("source_customer_id")
            .deliver(
                "customers.csv",
                "id,name,born",
                "1,first,?",
                "1,second,2000-01-01",
                "1,third,",
                "2,x,");

    Dataset<Row> rows = nights(shop).run().table(shop.table());

    assertThat(column(rows, "full_name", "concat_ws(',', reject_reasons)"))
        .containsExactly("first|not_a_date(birth_date)", "second|", "third|duplicate_key", "x|");
  }

  @Test
  void historyIsKnownAtTheEndOfItsBusinessDayAndLaterDeliveriesWhenTheyArrive() {
    Shop shop = Shop.lines(folder).deliver("lines_1.csv", HEADER, "1,2026-01-05 23:30:00,p,1,1");
    Nights nights = nights(shop).run();
    shop.deliver("lines_2.csv", HEADER, "2,2026-01-06 08:00:00,p,1,1");

    Dataset<Row> rows = nights.run().table(shop.table());

    assertThat(
            rows
                .orderBy("order_id")
                .selectExpr("cast(known_at as string)", "known_at_basis")
                .collectAsList()
                .stream()
                .map(row -> row.mkString("|"))
                .collect(Collectors.toList()))
        .containsExactly("2026-01-05 23:00:00|business_date", "2026-02-02 12:00:00|arrival");
  }

  @Test
  void theBusinessTimeOfARowIsMappedOrThatOfItsBatch() {
    Shop shop =
        Shop.customers(folder)
            .map("effective_at", "changed")
            .day("customers_(\\d{8})", "yyyyMMdd")
            .deliver(
                "customers_20260110.csv", "id,name,changed", "1,A,2026-01-09 10:00:00", "2,B,");

    Dataset<Row> rows = nights(shop).run().table(shop.table());

    assertThat(column(rows, "cast(effective_at as string)", "cast(batch_effective_at as string)"))
        .containsExactly(
            "2026-01-09 09:00:00|2026-01-09 23:00:00", "2026-01-09 23:00:00|2026-01-09 23:00:00");
  }
}
