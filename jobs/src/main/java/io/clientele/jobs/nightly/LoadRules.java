package io.clientele.jobs.nightly;

import io.clientele.etl.staging.RefusalRules;
import io.clientele.jobs.config.ClienteleConfig;
import io.clientele.jobs.nightly.NightlyRequest.Accepted;
import io.clientele.pipeline.quality.Rule;
import io.clientele.pipeline.quality.Severity;
import io.clientele.pipeline.quality.ShareLimits;
import io.clientele.warehouse.report.RptLoadSummary;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold between source, staging and facts before a night is published: nothing is lost and
 * nothing counted twice, in rows and in money; and most of what came can be used. A source that
 * stays silent is only warned about.
 */
final class LoadRules {
  private static final String TABLE = RptLoadSummary.TABLE.name();
  private static final List<String> ENTITY = List.of("source", "entity");
  private static final String SALES = "canonical_entity = 'sales_line' and ";
  private static final String PARTS = "'loaded', 'repeated', 'replaced', 'refused'";

  /** Fewer rows say little about a mapping. */
  private static final int LEAST_ROWS = 20;

  private LoadRules() {}

  /**
   * All of them.
   *
   * @param accepted what stops no night
   */
  static List<Rule> all(ClienteleConfig config, Accepted accepted) {
    List<Rule> rules = new ArrayList<>(equations());
    rules.addAll(
        RefusalRules.of(
            config.sources(),
            new ShareLimits(
                config.quality().refusedPercentWarn(),
                accepted.refused() ? 100 : config.quality().refusedPercentStop(),
                LEAST_ROWS),
            "If the mapping is wrong, mend it in clientele.yaml and run again: the files are taken"
                + " up again. If the rows are bad and the night shall go on without them, run"
                + " clientele nightly --accept-refused, or raise quality.refused_percent_stop."));
    if (!accepted.vanished()) {
      rules.add(VanishedRule.of(config.quality().vanishedPercentStop(), LEAST_ROWS));
    }
    return rules;
  }

  private static List<Rule> equations() {
    return List.of(
        balances(
            "landed = staged + left out + quarantined, rows of a source entity",
            ENTITY,
            sum("row_count", "outcome = 'landed'"),
            sum("row_count", "outcome in ('staged', 'filtered', 'quarantined')")),
        balances(
            "staged = loaded + repeated + replaced + refused, sales lines of a source entity",
            ENTITY,
            sum("row_count", SALES + "outcome = 'staged'"),
            sum("row_count", SALES + "outcome in (" + PARTS + ")")),
        balances(
            "staged = loaded + repeated + replaced + refused, money of a source entity",
            ENTITY,
            sum("amount", SALES + "outcome = 'staged'"),
            sum("amount", SALES + "outcome in (" + PARTS + ")")),
        balances(
            "fact = loaded, sales lines of a source",
            List.of("source"),
            sum("row_count", "outcome = 'fact'"),
            sum("row_count", "outcome = 'loaded'")),
        balances(
            "fact = loaded, money of a source",
            List.of("source"),
            sum("amount", "outcome = 'fact'"),
            sum("amount", "outcome = 'loaded'")),
        new Rule.Holds(TABLE, "rows not below zero", Severity.STOP, "row_count >= 0"),
        new Rule.Holds(
            TABLE,
            "a source entity that used to deliver still does",
            Severity.WARN,
            "not coalesce(is_overdue, false)"));
  }

  private static Rule balances(String name, List<String> groupedBy, String left, String right) {
    return new Rule.Balances(TABLE, name, Severity.STOP, groupedBy, left, right);
  }

  private static String sum(String measure, String condition) {
    return "coalesce(sum(case when " + condition + " then " + measure + " end), 0)";
  }
}
