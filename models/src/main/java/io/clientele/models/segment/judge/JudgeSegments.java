package io.clientele.models.segment.judge;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.segment.FeatureRows;
import io.clientele.models.segment.FullFit;
import io.clientele.models.segment.cluster.Candidate;
import io.clientele.models.segment.cluster.Candidates;
import io.clientele.models.segment.cluster.ClusterOptions;
import io.clientele.models.segment.cluster.Clustering;
import io.clientele.models.segment.cluster.FeatureScale;
import io.clientele.models.segment.cluster.KMeans;
import io.clientele.models.segment.cluster.SegmentNames;
import io.clientele.models.segment.cluster.SegmentRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Segments of a table, and whether they can be believed. */
public final class JudgeSegments {
  private static final int LEAST_ROWS = 50;

  private final SegmentQuestion question;
  private final FeatureRows rows;
  private final FeatureScale scale;
  private final double[][] points;
  private final List<Candidate> candidates;
  private final Map<String, Object> keys = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private JudgeSegments(FeatureRows rows, SegmentQuestion question) {
    this.question = question;
    this.rows = rows;
    this.scale = scale(rows, question);
    this.points = scale.points(rows.raws());
    this.candidates = new ArrayList<>(new Candidates(points, options(), question.seed()).all());
  }

  /**
   * Judges them.
   *
   * @param table columns {@code id} (string, may be null) and {@code x} (array of doubles in the
   *     order of the question's features)
   */
  public static EvaluationResult of(Dataset<Row> table, SegmentQuestion question) {
    FeatureRows rows = FeatureRows.of(table, question.seed());
    if (rows.count() < LEAST_ROWS) {
      return EvaluationResult.refused(
          "Cannot find segments: "
              + rows.count()
              + " rows, "
              + LEAST_ROWS
              + " are needed; take a longer table.");
    }
    return new JudgeSegments(rows, question).judge();
  }

  private static FeatureScale scale(FeatureRows rows, SegmentQuestion asked) {
    return rows.isWhole()
        ? FeatureScale.of(asked.features(), asked.isLog(), asked.isStandardised(), rows.raws())
        : FullFit.scale(rows.all(), asked.features(), asked.isLog(), asked.isStandardised());
  }

  private static ClusterOptions options() {
    return ClusterOptions.defaults();
  }

  private EvaluationResult judge() {
    Optional<Candidate> wanted = question.k().map(this::given);
    Optional<Candidate> chosen = wanted.or(() -> Candidates.chosen(candidates));
    Optional<String> refusal =
        wanted.isPresent()
            ? wanted
                .get()
                .refusal()
                .map(
                    why ->
                        "Cannot trust "
                            + wanted.get().k()
                            + " segments: "
                            + why
                            + "; leave --k out and the number is chosen.")
            : chosen.isPresent() ? Optional.empty() : Optional.of(noneStable());
    refusal.ifPresent(why -> keys.put("refused", why));
    if (!rows.isWhole()) {
      warnings.add(
          "candidates, silhouette, stability, sizes and rules are those of "
              + points.length
              + " rows drawn by hash; the inertia is that of all");
    }
    if (chosen.isEmpty()) {
      keys.put("candidates", described());
      warnings.add("k, inertia, sizes and segments are missing: no number of segments was chosen");
      return new EvaluationResult(keys, warnings, List.of());
    }
    return report(chosen.get());
  }

  private Candidate given(int k) {
    return candidates.stream()
        .filter(candidate -> candidate.k() == k)
        .findFirst()
        .orElseGet(
            () -> {
              Candidate more = new Candidates(points, options(), question.seed()).of(k);
              candidates.add(more);
              return more;
            });
  }

  private String noneStable() {
    List<String> reasons =
        candidates.stream().map(one -> one.k() + ": " + one.refusal().orElse("")).toList();
    return candidates.isEmpty()
        ? "Cannot find segments: all rows are equal; choose other --features."
        : "Cannot find segments: none of these numbers is stable ("
            + String.join("; ", reasons)
            + "); choose other features, or transform them with --log and --standardise.";
  }

  private EvaluationResult report(Candidate chosen) {
    Clustering fit = fit(chosen.fit());
    int[] sizes = fit.sizes();
    keys.put("k", chosen.k());
    keys.put("chosen_by", question.k().isPresent() ? "given" : "stability");
    keys.put("inertia", fit.inertia());
    keys.put("silhouette", chosen.silhouette());
    keys.put("bootstrap_jaccard", chosen.stability().mean());
    keys.put("sizes", Arrays.stream(sizes).boxed().toList());
    keys.put("candidates", described());
    keys.put("segments", segments(chosen, fit, sizes));
    return new EvaluationResult(
        keys, warnings, List.of(new SegmentSheet(rows, scale, fit.centres()).sheet()));
  }

  /** All rows around the centres of the sample; the sample itself when it is all rows. */
  private Clustering fit(Clustering sample) {
    if (rows.isWhole()) {
      return sample;
    }
    FullFit.Fit all = FullFit.centres(rows.all(), scale, sample.centres());
    return new Clustering(all.centres(), new KMeans(points).labels(all.centres()), all.inertia());
  }

  private List<Map<String, Object>> described() {
    List<Map<String, Object>> described = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("k", candidate.k());
      one.put("inertia", candidate.fit().inertia());
      one.put("silhouette", candidate.silhouette());
      one.put("bootstrap_jaccard", candidate.stability().mean());
      one.put("least_jaccard", candidate.stability().least());
      one.put("smallest_share", smallest(candidate.fit()));
      one.put("refused_because", candidate.refusal().orElse(""));
      described.add(one);
    }
    return described;
  }

  private static double smallest(Clustering fit) {
    return Arrays.stream(fit.sizes()).min().orElse(0) / (double) fit.labels().length;
  }

  private List<Map<String, Object>> segments(Candidate chosen, Clustering fit, int[] sizes) {
    List<String> names = SegmentNames.of(question.features(), points, fit.labels(), chosen.k());
    List<SegmentRules.Rule> rules =
        SegmentRules.of(question.features(), rows.raws(), fit.labels(), chosen.k());
    List<Map<String, Object>> segments = new ArrayList<>();
    for (int c = 0; c < chosen.k(); c++) {
      SegmentRules.Rule rule = rules.get(c);
      Map<String, Object> segment = new LinkedHashMap<>();
      segment.put("segment_id", c + 1);
      segment.put("name", names.get(c));
      segment.put("size", sizes[c]);
      segment.put("share", sizes[c] / (double) points.length);
      segment.put("bootstrap_jaccard", chosen.stability().each()[c]);
      segment.put("rule", rule.text());
      segment.put("rule_fidelity", rule.fidelity());
      segment.put("rule_precision", rule.precision());
      segment.put("rule_recall", rule.recall());
      segments.add(segment);
    }
    return segments;
  }
}
