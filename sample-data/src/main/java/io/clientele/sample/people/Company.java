package io.clientele.sample.people;

import io.clientele.sample.market.Dice;
import java.util.List;
import java.util.Locale;

/** A firm that buys for its people. */
public record Company(String name, String industry, String mail, String phone, Town town) {
  private static final List<String> INDUSTRIES =
      List.of("Forst", "Tourismus", "Bau", "Verein", "Behörde", "Rettung");
  private static final List<String> FORMS = List.of("GmbH", "AG", "e. V.", "KG");

  /** The firm of a number. */
  public static Company of(Dice dice, int number) {
    String family = dice.pick(Names.LAST);
    String industry = dice.pick(INDUSTRIES);
    Town town = dice.pick(Town.ALL);
    String name = family + " " + industry + " " + dice.pick(FORMS);
    String mail =
        "info@" + Identities.ascii(family).toLowerCase(Locale.ROOT) + "-" + number + ".example";
    return new Company(name, industry, mail, town.phone() + dice.digits(3), town);
  }
}
