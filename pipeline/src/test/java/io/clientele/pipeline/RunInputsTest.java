package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunInputsTest {
  @TempDir Path folder;

  /** Sums what the span of tonight's staged days has, from the loaded lines. */
  private static TestStep spanned(boolean openEnd, List<String> seen) {
    Reads.Span span = new Reads.Span("day", List.of("stg_shop__lines"), "day", openEnd);
    return TestStep.named("spanned")
        .reading(Reads.changesOf("stg_shop__lines").andWithin("fct_lines", span))
        .building(
            in -> {
              seen.addAll(
                  in.within("fct_lines").select("line_id").as(Encoders.STRING()).collectAsList());
              seen.sort(null);
              return Changes.none();
            });
  }

  private List<String> night(
      PipelineFixture fixture, String run, boolean openEnd, String... lines) {
    List<String> seen = new ArrayList<>();
    fixture.run(run, SmallShop.stage(lines), SmallShop.load(), spanned(openEnd, seen));
    return seen;
  }

  @Test
  void withinReadsTheSpanThatTheChangesTouch() {
    try (PipelineFixture fixture = new PipelineFixture(folder)) {
      assertThat(night(fixture, "r1", false, "a, 2025-01-05, ann, 1", "b, 2025-02-06, bob, 1"))
          .as("read for the first time: all")
          .containsExactly("a", "b");
      assertThat(
              night(
                  fixture,
                  "r2",
                  false,
                  "c, 2025-02-01, cyd, 1",
                  "d, 2025-02-10, dan, 1",
                  "e, 2025-03-01, eve, 1"))
          .containsExactly("b", "c", "d", "e");
      assertThat(night(fixture, "r3", false, "f, 2025-02-01, fay, 1")).containsExactly("c", "f");
      assertThat(night(fixture, "r4", true, "g, 2025-02-10, gus, 1"))
          .containsExactly("d", "e", "g");
      assertThat(night(fixture, "r5", true)).as("nothing changed").isEmpty();
    }
  }
}
