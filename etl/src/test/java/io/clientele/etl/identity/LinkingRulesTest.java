package io.clientele.etl.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which records one night finds to be the same person: every case has numbers of its own. */
class LinkingRulesTest {
  private static final People PEOPLE = new People();

  private static final String WEB =
      """
      mail | email = Ann.Berg@post.example | full_name = Ann Berg
      phone | phone = +49 30 1234567 | full_name = Jürgen Groß
      family | phone = 030 7654321 | full_name = Bea Lund
      firm | email = info@firm.example | full_name = Dan Falk
      born | full_name = Zoë O'Hara | birth_date = 1980-03-04 | postcode = 20095
      twin | full_name = Max Ott | birth_date = 1990-01-01 | postcode = 10115
      son | email = ott@post.example | full_name = Jan Ott | birth_date = 1999-09-09
      swap | email = swap@post.example | birth_date = 1971-02-03
      wed | email = wed@post.example | full_name = Ida Holm | birth_date = 1985-05-05
      chain | email = chain@post.example | full_name = Eva Ruud
      """;
  private static final String TILL =
      """
      mail | email = ann.berg@post.example | full_name = A. Berg
      card | loyalty_card = 2900-17 | full_name = Per Dahl
      family | phone = 030/7654321 | full_name = Carl Lund
      firm | email = info@firm.example | full_name = Eva Holm
      born | full_name = ZOE O HARA | birth_date = 1980-03-04 | postcode = 20095
      twin | full_name = Eva Ott | birth_date = 1990-01-01 | postcode = 10115
      son | email = ott@post.example | full_name = Jan Ott | birth_date = 1961-06-06
      swap | email = swap@post.example | birth_date = 1971-03-02
      wed | email = wed@post.example | full_name = Ida Ruge | birth_date = 1985-05-05
      chain | phone = 040 5556667 | full_name = Eva Ruud
      """;
  private static final String DESK =
      """
      phone | phone = 0049-30-1234567 | full_name = J. Gross
      card | loyalty_card = 290017
      chain | phone = 040 5556667 | email = chain@post.example | full_name = E. Ruud
      nobody | email = no address | phone = 12 | loyalty_card = -
      """;

  @BeforeAll
  static void oneNight() {
    String crowd =
        IntStream.range(0, 9)
            .mapToObj(i -> "crowd" + i + " | email = shop@office.example")
            .collect(Collectors.joining("\n"));
    PEOPLE.night(
        IdentitySettings.DEFAULT,
        People.file(People.WEB, "01-02", WEB),
        People.file(People.WEB, "01-03", crowd),
        People.file(People.TILL, "01-02", TILL),
        People.file(People.DESK, "01-02", DESK));
  }

  @Test
  void theSameMailboxInOtherLettersIsOnePerson() {
    assertThat(PEOPLE.together("web:mail")).isEqualTo("till:mail web:mail");
  }

  @Test
  void theSameTelephoneAndNameAreOnePersonHoweverWritten() {
    assertThat(PEOPLE.together("web:phone")).isEqualTo("desk:phone web:phone");
  }

  @Test
  void aFamilysTelephoneLinksNobody() {
    assertThat(PEOPLE.together("web:family")).isEqualTo("web:family");
  }

  @Test
  void theMailboxOfAFirmLinksNobody() {
    assertThat(PEOPLE.together("web:firm")).isEqualTo("web:firm");
  }

  @Test
  void aMailboxOfNineRecordsLinksNobodyEvenWithoutNames() {
    assertThat(PEOPLE.together("web:crowd0")).isEqualTo("web:crowd0");
  }

  @Test
  void theSameCardIsOnePerson() {
    assertThat(PEOPLE.together("till:card")).isEqualTo("desk:card till:card");
  }

  @Test
  void nameBirthDateAndPostcodeAreOnePersonInAnyAlphabetOfTheTills() {
    assertThat(PEOPLE.together("web:born")).isEqualTo("till:born web:born");
  }

  @Test
  void twinsInOneHouseAreTwo() {
    assertThat(PEOPLE.together("web:twin")).isEqualTo("web:twin");
  }

  @Test
  void fatherAndSonOfOneNameAndMailboxAreTwo() {
    assertThat(PEOPLE.together("web:son")).isEqualTo("web:son");
  }

  @Test
  void aBirthDateWithDayAndMonthExchangedIsTheSame() {
    assertThat(PEOPLE.together("web:swap")).isEqualTo("till:swap web:swap");
  }

  @Test
  void whoMarriedIsKnownByMailboxAndBirthDate() {
    assertThat(PEOPLE.together("web:wed")).isEqualTo("till:wed web:wed");
  }

  @Test
  void recordsThatShareNothingAreLinkedThroughAThird() {
    assertThat(PEOPLE.together("web:chain")).isEqualTo("desk:chain till:chain web:chain");
  }

  @Test
  void whatIsNoAddressLinksNobody() {
    assertThat(PEOPLE.tables().table("brg_customer_link"))
        .extracting(link -> link.get("rule") + " " + link.get("matched_value"))
        .containsExactlyInAnyOrder(
            "email ann.berg@post.example",
            "phone 301234567",
            "loyalty_card 290017",
            "name_birth_date_postcode 1980-03-04 20095",
            "email swap@post.example",
            "email wed@post.example",
            "email chain@post.example",
            "phone 405556667");
  }
}
