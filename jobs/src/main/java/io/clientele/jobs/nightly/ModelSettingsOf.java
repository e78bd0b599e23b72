package io.clientele.jobs.nightly;

import io.clientele.jobs.config.ModelSettings;
import io.clientele.models.ModelOptions;
import io.clientele.models.churn.ChurnOptions;

/** The models part of the configuration as the options of the models. */
final class ModelSettingsOf {
  private ModelSettingsOf() {}

  static ModelOptions options(ModelSettings settings) {
    ChurnOptions usual = ChurnOptions.ofHorizon(settings.churn().horizonDays());
    return new ModelOptions(
        new ChurnOptions(
            usual.horizonDays(),
            usual.trainingCutOffs(),
            usual.spacingDays(),
            settings.churn().minimumCustomers(),
            usual.minPerClass(),
            usual.retrainAfterDays(),
            usual.maxDrift(),
            usual.penalties(),
            usual.sampleRows()));
  }
}
