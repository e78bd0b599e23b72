package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.pipeline.metadata.Published;
import io.clientele.warehouse.publication.PublishedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  @TempDir Path folder;

  @Test
  void putsFilesTogetherInAPublicationOfItsOwnAndTheNextNightGoesOn() throws IOException {
    try (PipelineFixture fixture = new PipelineFixture(folder)) {
      for (int night = 1; night <= 5; night++) {
        // A new line each night, and the first one changes: a data file and a delete file each.
        fixture.run(
            "n" + night,
            SmallShop.load(),
            SmallShop.stage(
                "a, 2025-01-05, ann, " + night, "b%d, 2025-01-06, bob, 1".formatted(night)));
        fixture.daysPass(1);
      }
      Published before = fixture.metadata().publications().newest().orElseThrow();
      byte[] list = Files.readAllBytes(folder.resolve("publications/publication-00000005.json"));
      assertThat(files(before, "fct_lines")).hasSizeGreaterThan(5);

      RunOutcome outcome = fixture.pipeline.compact(fixture.context("c1"));

      Published after = outcome.published().orElseThrow();
      assertThat(after.id()).isEqualTo(6);
      assertThat(after.publication().asOf()).isEqualTo(before.publication().asOf());
      assertThat(files(after, "fct_lines")).hasSize(1);
      assertThat(outcome.steps().get(0).message()).contains("fct_lines");
      assertThat(folder.resolve("publications/publication-00000005.json")).hasBinaryContent(list);
      assertThat(files(before, "fct_lines"))
          .as("for readers of last night")
          .allMatch(Files::exists);

      RunOutcome next = fixture.night("n6", "a, 2025-01-05, ann, 6");
      assertThat(PipelineFixture.step(next, "load").rowsRead().get("stg_shop__lines"))
          .as("compaction is no change: the new line alone is read")
          .isEqualTo(1);
      assertThat(fixture.totals()).containsExactly("ann 6.00", "bob 5.00");
    }
  }

  @Test
  void hasNothingToPutTogetherBeforeTheFirstNight() {
    try (PipelineFixture fixture = new PipelineFixture(folder)) {
      assertThatThrownBy(() -> fixture.pipeline.compact(fixture.context("c1")))
          .hasMessage(
              "Cannot compact the warehouse: nothing is published yet; run clientele nightly"
                  + " first.");
    }
  }

  private List<Path> files(Published published, String table) {
    PublishedTable entry =
        published.publication().tables().stream()
            .filter(one -> one.name().equals(table))
            .findFirst()
            .orElseThrow();
    return Stream.concat(entry.dataFiles().stream(), entry.deleteFiles().stream())
        .map(folder::resolve)
        .toList();
  }
}
