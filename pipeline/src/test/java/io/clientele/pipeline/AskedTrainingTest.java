package io.clientele.pipeline;

import static io.clientele.pipeline.PipelineFixture.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pipeline.metadata.ModelEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedTrainingTest {
  private static final String ASKED = "forced by an analyst";
  private static final TestTraining TRAIN =
      new TestTraining("train", "churn", Trained.Decision.PROMOTED);
  private static final TestStep SCORE =
      TestStep.named("score")
          .reading(Reads.nothing().andModel("churn"))
          .building(in -> Changes.none());
  private static final String REPEATED = "already done in this run";

  @TempDir private Path folder;
  private PipelineFixture fixture;

  @BeforeEach
  void open() {
    fixture = new PipelineFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void theRegistryKeepsWhoAskedWhateverTheFamilySays() {
    ask("r1", TRAIN);
    assertThat(reasons()).containsExactly("forced by an analyst; because");
  }

  @Test
  void whatWasTrainedUnaskedInTheSameRunIsTrainedAndScoredAgainAndAnAskedOneIsNot() {
    fixture.task("r1", TRAIN, SCORE);
    assertThat(step(fixture.task("r1", TRAIN, SCORE), "score").message()).isEqualTo(REPEATED);
    RunOutcome asked = ask("r1", TRAIN, SCORE);
    assertThat(step(asked, "train").message()).isEmpty();
    assertThat(step(asked, "score").message()).isEmpty();
    assertThat(reasons()).containsExactly("forced by an analyst; because");
    RunOutcome retried = ask("r1", TRAIN, SCORE);
    assertThat(step(retried, "train").message()).isEqualTo(REPEATED);
    assertThat(step(retried, "score").message()).isEqualTo(REPEATED);
  }

  @Test
  void theNewestTrainingComesFirstWhateverItsRunIsCalled() {
    fixture.run("scheduled__2026-01-01", TRAIN);
    fixture.daysPass(1);
    ask("manual__2026-01-02", TRAIN);
    assertThat(reasons()).containsExactly("forced by an analyst; because", "because");
  }

  private RunOutcome ask(String runId, Step... steps) {
    return fixture.pipeline.run(
        new RunRequest(
            fixture.context(runId).retraining(ASKED),
            "test",
            List.of(steps),
            false,
            RunListener.SILENT));
  }

  private List<String> reasons() {
    return fixture.metadata().models().list().stream()
        .map(ModelEntry::trained)
        .map(Trained::reason)
        .toList();
  }
}
