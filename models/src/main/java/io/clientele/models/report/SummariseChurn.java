package io.clientele.models.report;

import io.clientele.models.churn.ScoreChurn;
import io.clientele.models.churn.TrainChurn;
import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimCustomerProfile;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import io.clientele.warehouse.report.RptChurnBacktest;
import io.clientele.warehouse.report.RptChurnCallList;
import io.clientele.warehouse.report.RptChurnOutlook;
import io.clientele.warehouse.score.ScrCustomerChurn;
import io.clientele.warehouse.score.ScrCustomerSegment;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Call list and outlook of tonight's scores, and the backtest of the model that made them. */
public final class SummariseChurn implements Step {
  @Override
  public String name() {
    return "summarise-churn";
  }

  @Override
  public Reads reads() {
    return Reads.current(
            FtrAsOf.TABLE.name(),
            FtrCustomerRfm.TABLE.name(),
            ScrCustomerSegment.TABLE.name(),
            ScrCustomerChurn.TABLE.name(),
            DimCustomerProfile.TABLE.name())
        .andModel(TrainChurn.FAMILY);
  }

  @Override
  public Writes writes() {
    return Writes.replace(RptChurnCallList.TABLE.name())
        .and(Writes.replace(RptChurnOutlook.TABLE.name()))
        .and(Writes.upsert(RptChurnBacktest.TABLE.name()));
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> rfm = AsOf.tonight(in, FtrCustomerRfm.TABLE.name());
    Dataset<Row> scores = scores(in);
    Dataset<Row> segments = AsOf.tonight(in, ScrCustomerSegment.TABLE.name());
    Dataset<Row> asOf = in.current(FtrAsOf.TABLE.name());
    Dataset<Row> profiles = in.current(DimCustomerProfile.TABLE.name());
    return Changes.of(RptChurnCallList.TABLE.name(), CallList.of(scores, segments, rfm, profiles))
        .and(RptChurnOutlook.TABLE.name(), CallList.outlook(scores, rfm, asOf))
        .and(RptChurnBacktest.TABLE.name(), backtest(in));
  }

  /** Nobody is on the list of a model that is withheld, even if an earlier run scored the date. */
  private static Dataset<Row> scores(Inputs in) {
    Dataset<Row> tonight = AsOf.tonight(in, ScrCustomerChurn.TABLE.name());
    return ScoreChurn.scoring(in).isPresent() ? tonight : tonight.where("false");
  }

  private static Dataset<Row> backtest(Inputs in) {
    Optional<Trained.Model> model = ScoreChurn.scoring(in);
    List<Row> rows =
        model
            .map(champion -> Json.read(champion.cardJson(), ModelCard.class))
            .map(SummariseChurn::tenths)
            .orElse(List.of());
    return in.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "model_version string, cut_off_date date, tenth int, customer_count bigint,"
                    + " mean_predicted double, realised_share double"));
  }

  private static List<Row> tenths(ModelCard card) {
    return card.backtest().stream()
        .map(
            tenth ->
                RowFactory.create(
                    card.version(),
                    Date.valueOf(card.window().heldOutCutOff()),
                    tenth.tenth(),
                    tenth.customers(),
                    tenth.meanPredicted(),
                    tenth.realisedShare()))
        .toList();
  }
}
