package io.clientele.models;

import io.clientele.models.churn.ChurnOptions;

/**
 * Settings of all models: the {@code models} part of the configuration.
 *
 * @param churn settings of the churn model
 */
public record ModelOptions(ChurnOptions churn) {
  public static ModelOptions defaults() {
    return new ModelOptions(ChurnOptions.defaults());
  }
}
