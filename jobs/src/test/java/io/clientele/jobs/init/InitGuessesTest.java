package io.clientele.jobs.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of known meaning, written by the test. */
class InitGuessesTest {
  @TempDir private Path folder;

  private Initiated of(String text, Charset charset) throws IOException {
    Path file = Files.writeString(folder.resolve("verkauf.csv"), text, charset);
    return Initiated.from(folder.resolve("project"), file);
  }

  @Test
  void germanTillWithDecimalCommaAndTwoColumnsOfTime() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "Belegnr;Pos;Datum;Uhrzeit;Kunden-Nr.;Artikelnummer;Bezeichnung;Menge;Einzelpreis;"
                + "Warengruppe;Filiale\n");
    for (int i = 0; i < 300; i++) {
      text.append(7000 + i / 3)
          .append(';')
          .append(i % 3 + 1)
          .append(";")
          .append("%02d".formatted(i / 30 + 15))
          .append(".03.2024;1")
          .append(i % 10)
          .append(":05;")
          .append(100 + i / 3 % 40)
          .append(";A-")
          .append(10 + i % 17)
          .append(";Käse Nr. ")
          .append(i % 17)
          .append(";1,5;1.234,50;Frische;Köln\n");
    }
    Initiated till = of(text.toString(), Charset.forName("windows-1252"));
    assertThat(till.entity().format().charset().name()).isEqualTo("windows-1252");
    assertThat(till.entity().format().separator()).isEqualTo(';');
    assertThat(till.entity().format().decimalComma()).isTrue();
    assertThat(till.entity().format().timestampFormat()).contains("dd.MM.yyyy HH:mm");
    assertThat(till.entity().fields())
        .containsEntry("order_id", "Belegnr")
        .containsEntry("line_number", "Pos")
        .containsEntry("ordered_at", "concat(Datum, ' ', Uhrzeit)")
        .containsEntry("source_customer_id", "`Kunden-Nr.`")
        .containsEntry("product_id", "Artikelnummer")
        .containsEntry("product_name", "Bezeichnung")
        .containsEntry("quantity", "Menge")
        .containsEntry("unit_price", "Einzelpreis")
        .containsEntry("product_category", "Warengruppe")
        .containsEntry("store_id", "Filiale");
  }

  @Test
  void lineNumberThatRepeatsWithinAnOrderIsNotMapped() throws IOException {
    String text =
        "order_id,line,order_date,customer_id,sku,qty,price\n"
            + "1,1,2024-01-01,a,X1,1,2.50\n1,1,2024-01-01,a,X2,1,2.50\n";
    assertThat(of(text, Charset.forName("UTF-8")).entity().fields())
        .doesNotContainKey("line_number");
  }

  @Test
  void withoutACustomerColumnNoPurchasesAreClaimed() throws IOException {
    String text = "order,date,sku,qty,price\n0,2024-01-01,S1,1,3.50\n1,2024-01-02,S1,1,3.50\n";
    Path file = Files.writeString(folder.resolve("nocust.csv"), text);
    List<String> terminal = new ArrayList<>();
    Init.run(
        new InitOptions(
            List.of(file), folder.resolve("project"), Optional.empty(), Optional.empty()),
        terminal::add);
    assertThat(terminal)
        .contains("No customer column was found, so purchases of customers could not be counted.")
        .noneMatch(line -> line.contains("are purchases"));
  }

  @Test
  void aColumnCalledProductNamesTheProductAndNameAPerson() throws IOException {
    String text =
        "order_id,order_date,customer_id,name,sku,product,qty,price\n"
            + "1,2024-01-01,a,Ann Ash,X1,Green tea,1,2.50\n"
            + "2,2024-01-02,b,Bob Bay,X2,Black tea,1,3.50\n";
    assertThat(of(text, Charset.forName("UTF-8")).entity().fields())
        .containsEntry("product_id", "sku")
        .containsEntry("product_name", "product");
  }

  @Test
  void columnsWithNamesThatSayNothingAreKnownByWhatTheyHold() throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("c1,c2,c3,c4,c5,c6,c7\n");
    for (int order = 0; order < 2_000; order++) {
      int customer = random.nextInt(400);
      LocalDate day = LocalDate.of(2023, 1, 1).plusDays(order / 4);
      for (int line = 0; line <= random.nextInt(5); line++) {
        int product = random.nextInt(60);
        text.append(
            String.format(
                Locale.ROOT,
                "%d,K%04d,R%06d,%s 10:00:00,%s%d,%d,%.2f%n",
                line,
                customer,
                order,
                day,
                "P",
                product,
                1 + random.nextInt(4),
                1 + product * 0.37));
      }
    }
    Initiated opaque = of(text.toString(), Charset.forName("UTF-8"));
    assertThat(opaque.entity().fields())
        .containsEntry("order_id", "c3")
        .containsEntry("ordered_at", "c4")
        .containsEntry("source_customer_id", "c2")
        .containsEntry("product_id", "c5")
        .containsEntry("quantity", "c6")
        .containsEntry("unit_price", "c7");
    assertThat(opaque.text())
        .contains("`c2` as customer (by what it holds, not by its name): never empty, ");
  }

  @Test
  void discountIsProvenByTheAmount() throws IOException {
    StringBuilder text =
        new StringBuilder("order_id,order_date,customer_id,sku,qty,unit_price,discount,amount\n");
    for (int i = 0; i < 100; i++) {
      double price = 2 + i % 7;
      double rate = i % 4 * 0.05;
      text.append(
          String.format(
              Locale.ROOT,
              "%d,2024-01-02,c%d,X%d,%d,%.2f,%.2f,%.4f%n",
              i,
              i % 9,
              i % 11,
              1 + i % 3,
              price,
              rate,
              (1 + i % 3) * price * (1 - rate)));
    }
    Initiated shop = of(text.toString(), Charset.forName("UTF-8"));
    assertThat(shop.mapped("discount_amount"))
        .isEqualTo(
            "cast(qty as decimal(18,3)) * cast(unit_price as decimal(18,4)) * cast(discount as"
                + " decimal(18,6))");
    assertThat(shop.text())
        .contains("a part of one, of the whole line; with it price and quantity");
  }

  @Test
  void textsThatMeanEmptyAreDeclared() throws IOException {
    String text =
        "order_id,order_date,customer_id,sku,qty,price\n"
            + "1,2024-01-01,NULL,X1,1,2.50\n2,2024-01-01,a,X2,1,2.50\n";
    Initiated shop = of(text, Charset.forName("UTF-8"));
    assertThat(shop.entity().format().nullTexts()).containsExactly("NULL");
    assertThat(shop.text()).contains("Texts that mean empty: NULL in 1 cells.");
  }

  @Test
  void dayAndMonthThatCouldChangePlacesAreSaid() throws IOException {
    String text =
        "order_id,order_date,customer_id,sku,qty,price\n"
            + "1,01/02/2024,a,X1,1,2.50\n2,03/04/2024,b,X2,1,2.50\n";
    assertThat(of(text, Charset.forName("UTF-8")).text())
        .contains("day and month could also change places: check timestamp_format");
  }
}
