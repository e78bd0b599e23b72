package io.clientele.models.crosssell.nightly;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.Columns;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.DimCustomerProfile;
import io.clientele.warehouse.dimension.DimProduct;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.score.ScrAssociationRule;
import io.clientele.warehouse.score.ScrCustomerOffer;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Offers for every customer with the champion, and the rules behind them.
 *
 * <ol>
 *   <li>The sales lines of the model's window, not older ones, become one history per customer.
 *   <li>Each partition of customers is joined with the model, which travels with the task; nothing
 *       is looked up per customer.
 *   <li>The catalogue has the last word: a product without a current version is taken off.
 * </ol>
 */
public final class ScoreOffers implements Step {
  private static final String OFFERS = ScrCustomerOffer.TABLE.name();

  @Override
  public String name() {
    return "score-offers";
  }

  @Override
  public Reads reads() {
    return Reads.current(
            FtrAsOf.TABLE.name(),
            FctSales.TABLE.name(),
            BrgCustomerRecord.TABLE.name(),
            DimCustomerProfile.TABLE.name(),
            DimProduct.TABLE.name())
        .andModel(TrainCrossSell.FAMILY);
  }

  @Override
  public Writes writes() {
    return Writes.replace(ScrAssociationRule.TABLE.name()).and(Writes.replacePartitions(OFFERS));
  }

  @Override
  public Changes build(Inputs in) {
    Optional<Trained.Model> model = scoring(in);
    if (model.isEmpty()) {
      return Changes.none();
    }
    CrossSellArtifact artifact = CrossSellArtifact.parse(model.get().artifactJson());
    Changes changes = Changes.of(OFFERS, offers(in, artifact, model.get()));
    return areRulesWritten(in)
        ? changes
        : changes.and(
            ScrAssociationRule.TABLE.name(),
            RuleRows.of(in.session(), artifact, model.get().version()));
  }

  /** The night that promoted a model wrote its rules; as long as it is kept they stay. */
  private static boolean areRulesWritten(Inputs in) {
    return in.trained(TrainCrossSell.FAMILY)
        .filter(trained -> trained.decision() == Trained.Decision.KEPT)
        .isPresent();
  }

  /** The model that scores tonight; empty when there is none or the training refused. */
  public static Optional<Trained.Model> scoring(Inputs in) {
    boolean isRefused =
        in.trained(TrainCrossSell.FAMILY)
            .filter(trained -> trained.decision() == Trained.Decision.REFUSED)
            .isPresent();
    return isRefused ? Optional.empty() : in.champion(TrainCrossSell.FAMILY);
  }

  private static Dataset<Row> offers(Inputs in, CrossSellArtifact artifact, Trained.Model model) {
    Dataset<Row> products =
        in.current(DimProduct.TABLE.name()).where("is_current").select("product_id", "product_key");
    Column isGone = col("product_key").isNull();
    return histories(in, artifact)
        .mapPartitions(new MakeOffers(model.artifactJson()), Encoders.row(MakeOffers.OFFERS))
        .join(products, new String[] {"product_id"}, "left")
        .withColumn(
            "excluded_reason",
            expr(
                "case when excluded_reason is null and product_key is null"
                    + " then 'no longer in the catalogue' else excluded_reason end"))
        .withColumn("offer_rank", expr("case when excluded_reason is null then offer_rank end"))
        .withColumn("is_eligible", col("excluded_reason").isNull())
        .withColumn(
            "product_key",
            org.apache.spark.sql.functions.when(isGone, lit(-1L)).otherwise(col("product_key")))
        .withColumn("as_of_date", expr("date_from_unix_date(as_of_day)"))
        .withColumn("due_date", expr("date_from_unix_date(due_day)"))
        .withColumn("model_version", lit(model.version()))
        .select(
            ScrCustomerOffer.TABLE.fields().stream()
                .map(field -> Columns.as(field, col(field.name())))
                .toArray(Column[]::new));
  }

  /** One row per customer: what was bought, how often, when. */
  private static Dataset<Row> histories(Inputs in, CrossSellArtifact artifact) {
    return SalesLines.byCustomer(
            in.current(FctSales.TABLE.name()),
            in.current(BrgCustomerRecord.TABLE.name()),
            LocalDate.parse(artifact.historyFrom()))
        .crossJoin(broadcast(in.current(FtrAsOf.TABLE.name()).select("as_of_date")))
        .where("day < as_of_date")
        .groupBy("customer", "as_of_date", "item")
        .agg(
            expr("size(collect_set(basket))").as("baskets"),
            expr("size(collect_set(day))").as("days"),
            expr("unix_date(min(day))").as("first_day"),
            expr("unix_date(max(day))").as("last_day"))
        .groupBy(col("customer"), expr("unix_date(as_of_date)").as("as_of_day"))
        .agg(expr("collect_list(struct(item, baskets, days, first_day, last_day))").as("history"))
        .join(
            in.current(DimCustomerProfile.TABLE.name())
                .select(col("customer_id").as("customer"), col("is_marketing_allowed")),
            new String[] {"customer"},
            "left")
        .select(
            col("customer"),
            col("as_of_day"),
            expr("coalesce(not is_marketing_allowed, false)").as("refuses"),
            col("history"));
  }
}
