package io.clientele.etl.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes apart what a steward keeps apart: the links of a component are taken one by one, the
 * strongest rule first, and one that would bring a forbidden pair together is not honoured.
 */
final class NeverTogether {
  /** A steward's word, then the order of the rules by how seldom strangers share the value. */
  private static final List<String> STRENGTH =
      List.of(
          IdentityRule.ALWAYS,
          IdentityRule.LOYALTY_CARD.code(),
          IdentityRule.EMAIL.code(),
          IdentityRule.NAME_BIRTH_DATE_POSTCODE.code(),
          IdentityRule.PHONE.code());

  private final List<Pair> forbidden;
  private final Map<String, String> parents = new HashMap<>();

  /** Two records, and the rule that links them or {@code never}. */
  record Pair(String left, String right, String rule) {}

  private NeverTogether(List<Pair> forbidden) {
    this.forbidden = forbidden;
  }

  /**
   * Record to the smallest record id of its part.
   *
   * @param links of whole components, in any order
   * @param forbidden pairs that may not end in one part
   */
  static Map<String, String> parts(List<Pair> links, List<Pair> forbidden) {
    NeverTogether parts = new NeverTogether(forbidden);
    List<Pair> strongestFirst = new ArrayList<>(links);
    strongestFirst.sort(
        Comparator.comparingInt((Pair link) -> STRENGTH.indexOf(link.rule()))
            .thenComparing(Pair::left)
            .thenComparing(Pair::right));
    strongestFirst.forEach(parts::honour);
    Map<String, String> byRecord = new HashMap<>();
    for (Pair link : links) {
      byRecord.put(link.left(), parts.root(link.left()));
      byRecord.put(link.right(), parts.root(link.right()));
    }
    return byRecord;
  }

  private void honour(Pair link) {
    String left = root(link.left());
    String right = root(link.right());
    boolean isForbidden =
        forbidden.stream()
            .anyMatch(
                pair -> {
                  String one = root(pair.left());
                  String two = root(pair.right());
                  return (one.equals(left) && two.equals(right))
                      || (one.equals(right) && two.equals(left));
                });
    if (!left.equals(right) && !isForbidden) {
      boolean isLeftSmaller = left.compareTo(right) < 0;
      parents.put(isLeftSmaller ? right : left, isLeftSmaller ? left : right);
    }
  }

  private String root(String record) {
    String root = record;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    return root;
  }
}
