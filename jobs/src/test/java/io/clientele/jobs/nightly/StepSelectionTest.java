package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.jobs.config.ConfigLoader;
import io.clientele.pipeline.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StepSelectionTest {
  private static List<Step> all;

  @BeforeAll
  static void sample() {
    Path yaml = Path.of("../sample-data/clientele.yaml");
    all = NightlyJob.steps(ConfigLoader.load(yaml), Optional.empty());
  }

  @Test
  void theLayersOneAfterTheOtherAreTheWholeNight() {
    List<Step> steps = new ArrayList<>();
    for (String layer :
        List.of("extract", "stage", "conform", "load", "features", "models", "reports")) {
      steps.addAll(StepSelection.of(all, List.of(layer)));
    }
    assertThat(steps).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aMisspeltStepIsRefusedWithTheNearestName() {
    assertThatThrownBy(() -> StepSelection.of(all, List.of("confrom")))
        .hasMessageStartingWith(
            "Cannot run 'confrom': it is no step and no layer; did you mean conform?");
  }
}
