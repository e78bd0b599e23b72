package io.clientele.etl.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * How identities are matched.
 *
 * @param rules what may link two records
 * @param sharedByAtMost a value that more records have links none of them
 * @param overrides what stewards said
 */
public record IdentitySettings(
    Set<IdentityRule> rules, int sharedByAtMost, List<Override> overrides) {
  /** Records that may share a value and still be linked by it, unless the company says else. */
  public static final int SHARED_BY_AT_MOST = 8;

  /** Name of the setting that says what stewards said. */
  static final String OVERRIDES = "overrides";

  /** Every rule, no steward. */
  public static final IdentitySettings DEFAULT =
      new IdentitySettings(EnumSet.allOf(IdentityRule.class), SHARED_BY_AT_MOST, List.of());

  /**
   * A steward's word on two records.
   *
   * @param isSame whether they are one customer
   * @param left the one record
   * @param right the other
   * @param reason why
   */
  public record Override(boolean isSame, Record left, Record right, String reason) {}

  /**
   * A customer in a source.
   *
   * @param source name of the source
   * @param number customer number there
   */
  public record Record(String source, String number) {}

  public IdentitySettings {
    rules = Set.copyOf(rules);
    overrides = List.copyOf(overrides);
    if (sharedByAtMost < 2) {
      throw new IllegalArgumentException(
          "Cannot match identities with values shared by at most "
              + sharedByAtMost
              + " records: below 2 nothing can be linked; raise shared_by_at_most or switch the rules off.");
    }
  }

  /** The same with a steward's word. */
  public IdentitySettings with(Override override) {
    List<Override> more = new ArrayList<>(overrides);
    more.add(override);
    return new IdentitySettings(rules, sharedByAtMost, more);
  }

  /** The same without a rule. */
  public IdentitySettings without(IdentityRule rule) {
    Set<IdentityRule> fewer = EnumSet.allOf(IdentityRule.class);
    fewer.retainAll(rules);
    fewer.remove(rule);
    return new IdentitySettings(fewer, sharedByAtMost, overrides);
  }

  /** Whether stewards keep any two records apart. */
  boolean keepsApart() {
    return overrides.stream().anyMatch(said -> !said.isSame());
  }

  /** Rows of brg_identity_rule: setting to value. What stewards said is one of them. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (IdentityRule rule : IdentityRule.values()) {
      settings.put(rule.code(), rules.contains(rule) ? "on" : "off");
    }
    settings.put("shared_by_at_most", Integer.toString(sharedByAtMost));
    settings.put(OVERRIDES, fingerprint());
    return settings;
  }

  private String fingerprint() {
    CRC32C sum = new CRC32C();
    sum.update(overrides.toString().getBytes(StandardCharsets.UTF_8));
    return "%d pairs, %08x".formatted(overrides.size(), sum.getValue());
  }
}
