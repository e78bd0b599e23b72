package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.ColumnProfile;
import io.clientele.jobs.init.profile.FileProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which lines cancel others, and which are no product: postage, fees, corrections. */
final class FlagProposals {
  private final FileProfile profile;
  private final Roles roles;
  private final Relations relations;
  private final KeyProposals keys;

  FlagProposals(FileProfile profile, Roles roles, Relations relations, KeyProposals keys) {
    this.profile = profile;
    this.roles = roles;
    this.relations = relations;
    this.keys = keys;
  }

  List<Proposal> all() {
    List<Proposal> all = new ArrayList<>();
    cancellation().ifPresent(all::add);
    relations.oddCodes().flatMap(this::productLine).ifPresent(all::add);
    return all;
  }

  private Optional<Proposal> cancellation() {
    return relations.prefixes().cancelling().map(this::cancellation);
  }

  private Proposal cancellation(Map.Entry<String, OrderPrefixes.Count> found) {
    ColumnProfile order = profile.column(roles.index(Role.ORDER));
    OrderPrefixes.Count count = found.getValue();
    String prefix = found.getKey();
    String others =
        relations.prefixes().others().entrySet().stream()
            .map(each -> each.getKey() + " (" + Words.number(each.getValue().lines()) + " lines)")
            .collect(Collectors.joining(", "));
    String evidence =
        Words.number(count.lines())
            + " lines have an order number that starts with "
            + prefix
            + ", "
            + (count.negative() == count.lines() ? "all" : Words.number(count.negative()))
            + " with a quantity below zero: they cancel earlier lines"
            + (others.isEmpty() ? "" : "; other prefixes are left as they are: " + others);
    return new Proposal(
        "is_cancellation",
        Sql.column(order.name()) + " like " + Sql.text(prefix + "%"),
        "cancellations",
        order.name(),
        evidence);
  }

  /**
   * A code that says it is no product is left out of purchases, unless some customer bought nothing
   * else: the guess may drop lines, never a customer.
   */
  private Optional<Proposal> productLine(OddCodes odd) {
    List<OddCodes.Count> suspects = odd.suspects();
    Set<String> dropped =
        suspects.stream().map(OddCodes.Count::code).collect(Collectors.toCollection(HashSet::new));
    Map<String, Integer> alone = relations.buyers().boughtAlone(dropped);
    dropped.removeAll(alone.keySet());
    if (dropped.isEmpty()) {
      return Optional.empty();
    }
    List<OddCodes.Count> out =
        suspects.stream().filter(each -> dropped.contains(each.code())).toList();
    List<OddCodes.Count> kept =
        suspects.stream().filter(each -> alone.containsKey(each.code())).toList();
    ColumnProfile product = profile.column(roles.index(Role.PRODUCT));
    return Optional.of(
        new Proposal(
            "is_product_line",
            keys.productCode()
                + " not in "
                + Sql.list(out.stream().map(OddCodes.Count::code).toList()),
            "product lines",
            product.name(),
            evidence(out, kept, alone) + unsuspicious(odd)));
  }

  private static String evidence(
      List<OddCodes.Count> out, List<OddCodes.Count> kept, Map<String, Integer> alone) {
    double paid = out.stream().mapToDouble(OddCodes.Count::amount).sum();
    String text =
        "codes unlike the others whose name says postage, fee, correction: "
            + listed(out)
            + ". They stay as sales, but do not count as buying ("
            + Words.money(paid)
            + " of what known customers paid; every such customer also bought products)";
    if (!kept.isEmpty()) {
      text +=
          ". Left as products, because some customers bought nothing else: "
              + kept.stream()
                  .map(each -> listed(List.of(each)) + ", " + customers(alone.get(each.code())))
                  .collect(Collectors.joining("; "))
              + ": add them if that is no buying";
    }
    return text;
  }

  private static String customers(int count) {
    return count + (count == 1 ? " customer" : " customers");
  }

  private static String unsuspicious(OddCodes odd) {
    List<OddCodes.Count> others = odd.unsuspicious();
    if (others.isEmpty()) {
      return "";
    }
    long lines = others.stream().mapToLong(OddCodes.Count::lines).sum();
    return ". Unlike the others too, but named like products: "
        + others.stream().limit(3).map(OddCodes.Count::code).collect(Collectors.joining(", "))
        + (others.size() > 3 ? ", …" : "")
        + " ("
        + Words.number(others.size())
        + " codes, "
        + Words.number(lines)
        + " lines)";
  }

  private static String listed(List<OddCodes.Count> counts) {
    return counts.stream()
        .map(
            count ->
                count.spellings().entrySet().stream()
                        .map(each -> each.getKey() + " " + Words.number(each.getValue()))
                        .collect(Collectors.joining(", "))
                    + (count.name().isEmpty() ? "" : " (" + count.name() + ")"))
        .collect(Collectors.joining(", "));
  }
}
