package io.clientele.models;

import io.clientele.models.churn.ScoreChurn;
import io.clientele.models.churn.TrainChurn;
import io.clientele.models.crosssell.nightly.ScoreOffers;
import io.clientele.models.crosssell.nightly.TrainCrossSell;
import io.clientele.models.feature.BuildFeatures;
import io.clientele.models.feature.ChooseAsOf;
import io.clientele.models.report.SummariseChurn;
import io.clientele.models.report.SummariseLoad;
import io.clientele.models.report.SummariseModelHealth;
import io.clientele.models.report.SummariseSales;
import io.clientele.models.report.SummariseSegments;
import io.clientele.models.segment.ScoreSegments;
import io.clientele.models.segment.TrainSegments;
import io.clientele.models.value.ScoreValue;
import io.clientele.models.value.TrainValue;
import io.clientele.pipeline.Step;
import io.clientele.warehouse.Warehouse;
import java.util.List;

/** All steps from facts to what lists and reports show. */
public final class ModelSteps {
  private ModelSteps() {}

  /** In an order in which they may run one after another. */
  public static List<Step> of(ModelOptions options, Warehouse warehouse) {
    return List.of(
        new ChooseAsOf(),
        new BuildFeatures(),
        new TrainSegments(options.churn().retrainAfterDays()),
        new ScoreSegments(),
        new TrainChurn(options.churn()),
        new ScoreChurn(),
        new TrainValue(options.churn().retrainAfterDays()),
        new ScoreValue(),
        new TrainCrossSell(options.churn().retrainAfterDays()),
        new ScoreOffers(),
        new SummariseSegments(),
        new SummariseChurn(),
        new SummariseModelHealth(),
        new SummariseSales(),
        new SummariseLoad(warehouse));
  }
}
