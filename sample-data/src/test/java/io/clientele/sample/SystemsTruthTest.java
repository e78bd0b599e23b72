package io.clientele.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the truth says about the systems beside sales, against a plain reading of their files. */
class SystemsTruthTest {
  private static final String TEST_CUSTOMER = "99999";
  private static final Path FOLDER = Generated.committed();

  /** Systems with their file of people, its column of the number, and the truth's entity. */
  private static final Map<String, List<String>> PEOPLE =
      Map.of(
          "webshop", List.of("customers", "CustomerNumber"),
          "tills", List.of("kunden", "Kartennummer"),
          "loyalty", List.of("members", "Mitgliedsnummer"),
          "service", List.of("contacts", "ContactNumber"),
          "campaigns", List.of("recipients", "RecipientNumber"),
          "subscriptions", List.of("partners", "PartnerNumber"));

  private static final Map<String, String> MONEY =
      Map.of(
          "payments", "Amount",
          "contracts", "MonthlyFee",
          "opportunity_stages", "Amount",
          "prices", "Price");

  private final PlainReader reader;

  SystemsTruthTest() throws IOException {
    reader = new PlainReader(FOLDER);
  }

  @Test
  void recordsAndMoneyOfEveryEntityAndMonthAreThoseOfItsFiles() throws IOException {
    Map<String, List<String>> expected = new TreeMap<>();
    Set<String> entities = new TreeSet<>();
    for (Map<String, String> row : Generated.truth(FOLDER, "entity-totals")) {
      entities.add(row.get("source") + " " + row.get("entity"));
      expected.put(
          row.get("source") + " " + row.get("entity") + " " + row.get("month"),
          List.of(row.get("records"), row.get("amount")));
    }
    Map<String, List<String>> counted = new TreeMap<>();
    for (String entity : entities) {
      String[] parts = entity.split(" ");
      for (var month : byMonth(reader.rows(parts[0], parts[1])).entrySet()) {
        counted.put(
            entity + " " + month.getKey(),
            List.of(Integer.toString(month.getValue().size()), amount(parts[1], month.getValue())));
      }
    }
    assertThat(entities).hasSize(21);
    assertThat(counted).isEqualTo(expected);
  }

  @Test
  void identitiesNameEveryRecordOfEverySystemOnce() throws IOException {
    List<Map<String, String>> identities = Generated.truth(FOLDER, "identities");
    for (var system : PEOPLE.entrySet()) {
      Set<String> inFiles = new TreeSet<>();
      for (var rows : reader.rows(system.getKey(), system.getValue().get(0)).values()) {
        rows.forEach(row -> inFiles.add(row.get(system.getValue().get(1))));
      }
      inFiles.remove(TEST_CUSTOMER);
      List<String> planted =
          identities.stream()
              .filter(row -> row.get("source").equals(system.getKey()))
              .map(row -> row.get("source_customer_id"))
              .toList();
      assertThat(planted).as(system.getKey()).doesNotHaveDuplicates();
      assertThat(inFiles).as(system.getKey()).isEqualTo(new TreeSet<>(planted));
    }
  }

  @Test
  void versionsAreCountedAsTheFilesChange() throws IOException {
    Map<String, Integer> counted = new HashMap<>();
    changes("webshop", "customers", "CustomerNumber", "UpdatedAt", counted);
    changes("loyalty", "members", "Mitgliedsnummer", "Geändert am", counted);
    changes("tills", "kunden", "Kartennummer", "", counted);
    changes("webshop", "products", "SKU", "", counted);
    counted.remove("webshop customers " + TEST_CUSTOMER);
    Map<String, Integer> planted =
        Generated.truth(FOLDER, "versions").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("source") + " " + row.get("entity") + " " + row.get("key"),
                    row -> Integer.parseInt(row.get("versions"))));
    assertThat(counted).isEqualTo(planted);
    assertThat(planted.values()).contains(1, 2, 3);
  }

  @Test
  void campaignsCountWhoseOrdersCameBack() throws IOException {
    Map<String, String> group = new HashMap<>();
    for (var rows : reader.rows("campaigns", "contacts").values()) {
      for (Map<String, String> row : rows) {
        String arm = row.getOrDefault("Treatment", row.get("TestGroup"));
        group.put(row.get("ContactNumber"), row.get("CampaignCode") + " " + arm);
      }
    }
    Map<String, Set<String>> buyers = new HashMap<>();
    for (var rows : reader.rows("campaigns", "responses").values()) {
      for (Map<String, String> row : rows) {
        if (row.get("Kind").equals("ORDERED")) {
          buyers
              .computeIfAbsent(group.get(row.get("ContactNumber")), key -> new HashSet<>())
              .add(row.get("ContactNumber"));
        }
      }
    }
    for (Map<String, String> row : Generated.truth(FOLDER, "campaigns")) {
      String code = row.get("campaign");
      assertThat(row)
          .containsEntry("treated", members(group, code + " TREATED"))
          .containsEntry("held_out", members(group, code + " HOLDOUT"))
          .containsEntry("treated_buyers", size(buyers.get(code + " TREATED")))
          .containsEntry("held_out_buyers", size(buyers.get(code + " HOLDOUT")));
    }
  }

  @Test
  void testOrdersStandInTheFilesAndInNoTotal() throws IOException {
    List<String> found = new ArrayList<>();
    for (var rows : reader.rows("webshop", "orders").values()) {
      for (Map<String, String> row : rows) {
        if (row.get("Status").equals("TEST")) {
          found.add(row.get("OrderNumber") + " " + row.get("OrderedAt").substring(0, 10));
        }
      }
    }
    assertThat(
            Generated.truth(FOLDER, "test-orders").stream()
                .map(row -> row.get("order") + " " + row.get("ordered_on")))
        .containsExactlyInAnyOrderElementsOf(found)
        .hasSizeGreaterThan(10);
  }

  /**
   * Mailings add what was planted, give or take three standard errors of all campaigns together.
   */
  @Test
  void campaignsBringThePlantedShareOfThoseWhoWouldNotHaveCome() throws IOException {
    double trials = 0;
    double brought = 0;
    double chance = 0;
    for (Map<String, String> row : Generated.truth(FOLDER, "campaigns")) {
      double without = Double.parseDouble(row.get("treated_buyers_without_it"));
      trials += Double.parseDouble(row.get("treated")) - without;
      brought += Double.parseDouble(row.get("treated_buyers")) - without;
      chance = Double.parseDouble(row.get("added_chance"));
    }
    // Who has left is not brought back, so the share lies below the planted chance.
    double error = 3 * Math.sqrt(chance * (1 - chance) / trials);
    assertThat(brought / trials).isBetween(0.6 * chance - error, chance + error);
  }

  @Test
  void farewellsAreComplaintsOfPeopleWhoLeaveSoon() throws IOException {
    Set<String> complaints = new HashSet<>();
    for (var rows : reader.rows("service", "cases").values()) {
      for (Map<String, String> row : rows) {
        if (row.get("Kind").equals("COMPLAINT")) {
          complaints.add(row.get("ContactNumber") + " " + row.get("OpenedAt").substring(0, 10));
        }
      }
    }
    List<String> farewells =
        Generated.truth(FOLDER, "farewells").stream()
            .map(row -> row.get("source_customer_id") + " " + row.get("complained_on"))
            .toList();
    assertThat(complaints).containsAll(farewells).hasSizeGreaterThan(farewells.size());
    assertThat(farewells).hasSizeGreaterThan(100);
  }

  @Test
  void sharedTelephonesAndMailboxesAreTraps() throws IOException {
    Map<String, Set<String>> people = new HashMap<>();
    Map<String, String> person =
        Generated.truth(FOLDER, "identities").stream()
            .collect(
                Collectors.toMap(
                    row -> row.get("source") + row.get("source_customer_id"),
                    row -> row.get("person_id")));
    for (var rows : reader.rows("loyalty", "members").values()) {
      for (Map<String, String> row : rows) {
        String id = person.get("loyalty" + row.get("Mitgliedsnummer"));
        people.computeIfAbsent(row.get("E-Mail"), key -> new HashSet<>()).add(id);
      }
    }
    assertThat(people.keySet()).anyMatch(mail -> mail.startsWith("info@"));
    assertThat(
            people.entrySet().stream()
                .filter(mail -> mail.getKey().startsWith("info@"))
                .mapToInt(mail -> mail.getValue().size())
                .max()
                .orElse(0))
        .isGreaterThan(2);
    assertThat(
            Generated.truth(FOLDER, "identities").stream()
                .filter(row -> row.get("shared_contacts").contains("family_phone"))
                .count())
        .isGreaterThan(20);
  }

  private void changes(
      String source, String entity, String key, String clock, Map<String, Integer> counted)
      throws IOException {
    Map<String, Map<String, String>> before = new HashMap<>();
    for (var rows : reader.rows(source, entity).values()) {
      for (Map<String, String> row : rows) {
        Map<String, String> now = new HashMap<>(row);
        now.remove(clock);
        if (!now.equals(before.put(row.get(key), now))) {
          counted.merge(source + " " + entity + " " + row.get(key), 1, Integer::sum);
        }
      }
    }
  }

  private static Map<String, List<Map<String, String>>> byMonth(
      Map<String, List<Map<String, String>>> byFile) {
    Map<String, List<Map<String, String>>> byMonth = new TreeMap<>();
    byFile.forEach(
        (file, rows) -> {
          String digits = file.replaceAll("\\D", "");
          String month = digits.substring(0, 4) + "-" + digits.substring(4, 6);
          byMonth.computeIfAbsent(month, key -> new ArrayList<>()).addAll(rows);
        });
    return byMonth;
  }

  private static String amount(String entity, List<Map<String, String>> rows) {
    String column = MONEY.get(entity);
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (Map<String, String> row : rows) {
      boolean isCounted = !entity.equals("opportunity_stages") || row.get("Stage").equals("WON");
      if (column != null && isCounted) {
        sum = sum.add(new BigDecimal(row.get(column).replace(',', '.')));
      }
    }
    return sum.toPlainString();
  }

  private static String members(Map<String, String> group, String name) {
    return Long.toString(group.values().stream().filter(name::equals).count());
  }

  private static String size(Set<String> set) {
    return Integer.toString(set == null ? 0 : set.size());
  }
}
