package io.clientele.models.churn.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hipparchus.special.Beta;

/**
 * Plain rules that describe leavers: found on rows that train, confirmed on others.
 *
 * <p>Beam search over conjunctions of at most three conditions (subgroup discovery: Wrobel 1997;
 * Herrera et al. 2011, Knowledge and Information Systems 29); quality = root of the customers x
 * (share of leavers less that of all). The p-value is the exact binomial tail times the number of
 * rules that were looked at (Bonferroni); rules that describe much the same customers are left out.
 */
final class Profiles {
  private static final int MOST_RULES = 5;
  private static final int LENGTH = 3;
  private static final int BEAM = 30;
  private static final double LEAST_SHARE = 0.01;
  private static final int LEAST_CUSTOMERS = 50;
  private static final double MOST_OVERLAP = 0.5;
  private static final double LEVEL = 0.05;

  private final Frame frame;
  private final int[] found;
  private final int[] confirming;
  private final BitSet leavers;
  private final double base;

  /** A conjunction and the rows that meet it. */
  private record Rule(TreeSet<Integer> literals, BitSet met, double quality) {
    private static final Comparator<Rule> BEST =
        Comparator.comparingDouble((Rule rule) -> -rule.quality)
            .thenComparing(rule -> rule.literals.toString());

    /** Whether more than half of their customers together are the same. */
    boolean isLike(Rule other) {
      int both = both(met, other.met);
      return both > MOST_OVERLAP * (met.cardinality() + other.met.cardinality() - both);
    }
  }

  private Profiles(Frame frame, int[] found, int[] confirming) {
    this.frame = frame;
    this.found = found;
    this.confirming = confirming;
    this.leavers = leavers(found);
    this.base = (double) leavers.cardinality() / found.length;
  }

  /**
   * The rules, best first, under the keys of the contract.
   *
   * @param found rows on which they are found
   * @param confirming rows on which they must hold as well
   */
  static List<Map<String, Object>> of(Frame frame, int[] found, int[] confirming) {
    return new Profiles(frame, found, confirming).search();
  }

  private BitSet leavers(int[] rows) {
    BitSet set = new BitSet(rows.length);
    for (int i = 0; i < rows.length; i++) {
      set.set(i, frame.labels()[rows[i]] > 0);
    }
    return set;
  }

  private List<Map<String, Object>> search() {
    List<Literal> literals = Literal.of(frame, found);
    List<BitSet> met = literals.stream().map(literal -> literal.met(frame, found)).toList();
    Map<TreeSet<Integer>, Rule> all = new LinkedHashMap<>();
    BitSet everybody = new BitSet(found.length);
    everybody.set(0, found.length);
    List<Rule> beam = List.of(new Rule(new TreeSet<>(), everybody, 0));
    long tried = 0;
    for (int length = 1; length <= LENGTH; length++) {
      Map<TreeSet<Integer>, Rule> next = new LinkedHashMap<>();
      for (Rule rule : beam) {
        for (int literal = 0; literal < literals.size(); literal++) {
          TreeSet<Integer> longer = new TreeSet<>(rule.literals);
          if (longer.add(literal) && !next.containsKey(longer)) {
            tried++;
            Rule further = rule(longer, rule.met, met.get(literal));
            if (further.quality > rule.quality) {
              next.put(longer, further);
            }
          }
        }
      }
      beam = next.values().stream().sorted(Rule.BEST).limit(BEAM).toList();
      beam.forEach(rule -> all.put(rule.literals, rule));
    }
    return confirmed(all.values().stream().sorted(Rule.BEST).toList(), literals, tried);
  }

  private Rule rule(TreeSet<Integer> literals, BitSet before, BitSet more) {
    BitSet met = (BitSet) before.clone();
    met.and(more);
    int customers = met.cardinality();
    boolean isLarge = customers >= Math.max(LEAST_CUSTOMERS, LEAST_SHARE * found.length);
    double quality = isLarge ? Math.sqrt(customers) * (rate(met, leavers) - base) : -1;
    return new Rule(literals, met, quality);
  }

  private static double rate(BitSet met, BitSet leavers) {
    return met.isEmpty() ? 0 : (double) both(met, leavers) / met.cardinality();
  }

  private static int both(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }

  private List<Map<String, Object>> confirmed(
      List<Rule> rules, List<Literal> literals, long tried) {
    BitSet later = leavers(confirming);
    double laterBase = (double) later.cardinality() / confirming.length;
    List<Rule> chosen = new ArrayList<>();
    List<Map<String, Object>> profiles = new ArrayList<>();
    for (Rule rule : rules) {
      double p = Math.min(1, tail(rule.met, leavers, base) * tried);
      if (p >= LEVEL || chosen.size() == MOST_RULES || chosen.stream().anyMatch(rule::isLike)) {
        continue;
      }
      BitSet met = new BitSet();
      met.set(0, confirming.length);
      rule.literals.forEach(literal -> met.and(literals.get(literal).met(frame, confirming)));
      chosen.add(rule);
      if (tail(met, later, laterBase) < LEVEL) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("rule", text(rule, literals));
        keys.put("customers", rule.met.cardinality());
        keys.put("rate", rate(rule.met, leavers));
        keys.put("lift", rate(rule.met, leavers) / base);
        keys.put("p_value", p);
        keys.put("confirmed_customers", met.cardinality());
        keys.put("confirmed_rate", rate(met, later));
        keys.put("confirmed_lift", rate(met, later) / laterBase);
        profiles.add(keys);
      }
    }
    return profiles;
  }

  private String text(Rule rule, List<Literal> literals) {
    return rule.literals.stream()
        .map(literal -> literals.get(literal).text(frame))
        .collect(Collectors.joining(" and "));
  }

  /** Chance of so many leavers or more among so many customers. */
  private static double tail(BitSet met, BitSet leavers, double base) {
    int customers = met.cardinality();
    int left = both(met, leavers);
    return left == 0 ? 1 : Beta.regularizedBeta(base, left, customers - left + 1.0);
  }
}
