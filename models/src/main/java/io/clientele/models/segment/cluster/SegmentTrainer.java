package io.clientele.models.segment.cluster;

import io.clientele.models.registry.Decimals;
import io.clientele.models.segment.cluster.SegmentModel.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds segments of customers, and goes on with them: the centres of a champion stay as long as
 * they fit, then follow the customers, and only when they are no longer stable is their number
 * chosen anew. Ids and names stay with the segments in all three cases.
 */
public final class SegmentTrainer {
  /** What is clustered: ftr_customer_rfm. */
  public static final List<String> FEATURES =
      List.of("days_since_last_purchase", "purchase_count", "spend_total");

  /** A champion's centres stay while their inertia is at most that many times a refit's. */
  static final double FITS = 1.2;

  /** A larger number of segments replaces a champion's only when it is that stable. */
  static final double SURELY = 0.95;

  /** A larger number is looked for when customers became so many times as many. */
  private static final double GROWN = 2;

  /** A number once chosen is kept while its segments are valid (Hennig: .75, none dissolved .5). */
  private static final ClusterOptions KEPT = new ClusterOptions(2, 8, 30, 20, 0.75, 0.5, 0.03);

  private final double[][] raws;
  private final FullCentres all;
  private final long customers;
  private final long seed;

  /** Centres of all customers from those of the ones on the driver. */
  @FunctionalInterface
  public interface FullCentres {
    double[][] from(FeatureScale scale, double[][] centres);
  }

  /**
   * What was found.
   *
   * @param model the new model; empty = the champion goes on, or there is none
   * @param reason why, in words
   * @param judged what speaks for and against the segments in use; empty = there are none
   * @param events what became of the champion's segments
   */
  public record Outcome(
      Optional<SegmentModel> model,
      String reason,
      Optional<Candidate> judged,
      List<SegmentIds.Event> events) {}

  /**
   * @param raws customers on the driver: {@link #FEATURES}
   * @param customers how many there are in all
   * @param all fits all customers; gives its centres back when the driver has them all
   */
  public SegmentTrainer(double[][] raws, long customers, FullCentres all, long seed) {
    this.raws = raws;
    this.customers = customers;
    this.all = all;
    this.seed = seed;
  }

  /** The first model; the scale stays for all that follow. */
  public Outcome first(FeatureScale scale) {
    List<Candidate> candidates = new Candidates(scale.points(raws), chosenBy(), seed).all();
    Optional<Candidate> chosen = Candidates.chosen(candidates);
    if (chosen.isEmpty()) {
      return new Outcome(Optional.empty(), refusals(candidates), Optional.empty(), List.of());
    }
    double[][] centres = all.from(scale, chosen.get().fit().centres());
    SegmentIds ids = SegmentIds.first(chosen.get().k());
    SegmentModel model = model(scale, centres, ids, Optional.empty());
    return new Outcome(
        Optional.of(model),
        said("%d segments, the largest number that is stable", chosen.get().k()),
        chosen,
        ids.events());
  }

  /** A champion goes on, is refitted, or is replaced by another number of segments. */
  public Outcome again(SegmentModel champion) {
    double[][] points = champion.scale().points(raws);
    Candidates kept = new Candidates(points, KEPT, seed);
    Candidate asItIs = kept.asItIs(champion.centres());
    Clustering refit = new KMeans(points).from(champion.centres());
    boolean fits = asItIs.fit().inertia() <= FITS * refit.inertia();
    if (fits && asItIs.refusal().isEmpty() && !isGrown(champion)) {
      return new Outcome(
          Optional.empty(), "the segments still fit", Optional.of(asItIs), List.of());
    }
    Candidate moved = kept.from(champion.centres());
    boolean isKept = moved.refusal().isEmpty();
    List<Candidate> others =
        isKept && !isGrown(champion) ? List.of() : new Candidates(points, chosenBy(), seed).all();
    Optional<Candidate> chosen =
        Candidates.chosen(others)
            .filter(one -> !isKept || (one.k() > moved.k() && one.stability().mean() >= SURELY));
    if (isKept && chosen.isEmpty()) {
      return replaced(champion, moved, "the segments follow their customers");
    }
    return chosen
        .map(one -> replaced(champion, one, why(one, moved)))
        .orElseGet(
            () ->
                new Outcome(
                    Optional.empty(),
                    "the champion goes on: " + refusals(others),
                    Optional.of(asItIs),
                    List.of()));
  }

  private boolean isGrown(SegmentModel champion) {
    return customers > GROWN * champion.chosenOn();
  }

  private static ClusterOptions chosenBy() {
    return ClusterOptions.defaults();
  }

  private static String why(Candidate chosen, Candidate refit) {
    return refit
        .refusal()
        .map(reason -> said("%d segments instead of %d: %s", chosen.k(), refit.k(), reason))
        .orElse(said("%d segments are stable now, not only %d", chosen.k(), refit.k()));
  }

  private Outcome replaced(SegmentModel champion, Candidate challenger, String reason) {
    KMeans customers = new KMeans(champion.scale().points(raws));
    double[][] centres = all.from(champion.scale(), challenger.fit().centres());
    SegmentIds ids =
        SegmentIds.matched(
            champion.ids(),
            customers.labels(champion.centres()),
            customers.labels(centres),
            centres.length,
            champion.nextId());
    SegmentModel model = model(champion.scale(), centres, ids, Optional.of(champion));
    return new Outcome(Optional.of(model), reason, Optional.of(challenger), ids.events());
  }

  private SegmentModel model(
      FeatureScale scale, double[][] exact, SegmentIds ids, Optional<SegmentModel> champion) {
    double[][] centres = rounded(exact);
    double[][] points = scale.points(raws);
    int[] labels = new KMeans(points).labels(centres);
    List<String> words = SegmentNames.of(scale.features(), points, labels, centres.length);
    List<SegmentRules.Rule> rules = SegmentRules.of(scale.features(), raws, labels, centres.length);
    List<String> names = named(words, ids.ids(), champion);
    List<Segment> segments = new ArrayList<>();
    for (int c = 0; c < centres.length; c++) {
      segments.add(
          new Segment(
              ids.ids()[c],
              names.get(c),
              centres[c],
              rules.get(c).text(),
              Decimals.six(rules.get(c).fidelity()),
              ids.lineage(ids.ids()[c])));
    }
    boolean isSameNumber =
        champion.filter(old -> old.segments().size() == centres.length).isPresent();
    double margin = isSameNumber ? champion.get().margin() : MarginChoice.of(raws, scale, centres);
    int next =
        Math.max(
            1 + Arrays.stream(ids.ids()).max().orElse(0),
            champion.map(SegmentModel::nextId).orElse(0));
    long chosenOn =
        isSameNumber && !isGrown(champion.get()) ? champion.get().chosenOn() : customers;
    return new SegmentModel(scale, List.copyOf(segments), margin, next, chosenOn);
  }

  /** A segment that goes on keeps its name; a new one gets its own, and no name twice. */
  private static List<String> named(
      List<String> words, int[] ids, Optional<SegmentModel> champion) {
    List<String> taken = new ArrayList<>();
    champion.ifPresent(
        old ->
            old.segments().stream()
                .filter(one -> contains(ids, one.id()))
                .map(Segment::name)
                .forEach(taken::add));
    List<String> names = new ArrayList<>();
    for (int c = 0; c < ids.length; c++) {
      int id = ids[c];
      Optional<String> known =
          champion.stream()
              .flatMap(old -> old.segments().stream())
              .filter(one -> one.id() == id)
              .map(Segment::name)
              .findFirst();
      String name = known.orElse(SegmentNames.distinct(words.get(c), taken));
      taken.add(name);
      names.add(name);
    }
    return names;
  }

  private static boolean contains(int[] ids, int id) {
    return IntStream.of(ids).anyMatch(each -> each == id);
  }

  /** The last bits of sums over many tasks differ from run to run. */
  private static double[][] rounded(double[][] centres) {
    return Arrays.stream(centres)
        .map(centre -> Arrays.stream(centre).map(Decimals::nine).toArray())
        .toArray(double[][]::new);
  }

  private static String refusals(List<Candidate> candidates) {
    return candidates.isEmpty()
        ? "all customers are alike"
        : "no number of segments is stable: "
            + String.join(
                "; ",
                candidates.stream().map(one -> one.k() + ", " + one.refusal().orElse("")).toList());
  }

  private static String said(String words, Object... values) {
    return String.format(Locale.ROOT, words, values);
  }
}
