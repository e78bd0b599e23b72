package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.rule.AssociationRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identity of a rule by its products, whatever their numbers in a training were. */
final class RuleIds {
  private static final int BYTES = 8;

  private RuleIds() {}

  static String of(AssociationRule rule, Dictionary dictionary) {
    String sides =
        String.join("\n", dictionary.names(rule.antecedent().items()).stream().sorted().toList())
            + "\n>\n"
            + dictionary.item(rule.consequent());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(sides.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot name a rule: this Java has no SHA-256.", e);
    }
  }
}
