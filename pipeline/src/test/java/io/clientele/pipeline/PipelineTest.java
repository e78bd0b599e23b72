package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
  @TempDir Path folder;

  private Pipeline open() {
    return Pipeline.open(
        TestSpark.session(), PipelineSettings.of(folder, SmallShop.WAREHOUSE, Clock.systemUTC()));
  }

  private RunOutcome night(Pipeline pipeline, String id, String... lines) {
    return pipeline.run(
        new RunRequest(
            SmallShop.run(id, folder),
            "nightly",
            List.of(SmallShop.total(), SmallShop.load(), SmallShop.stage(lines)),
            true,
            RunListener.SILENT));
  }

  private static List<String> totals(Pipeline pipeline, String run) {
    return pipeline
        .tablesOf(run)
        .published("rpt_totals")
        .selectExpr("concat(customer, ' ', cast(amount as decimal(18,2)))")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void publishesTwoNightsWithUpdateInsertAndDelete() {
    try (Pipeline pipeline = open()) {
      RunOutcome first =
          night(
              pipeline,
              "r1",
              "a, 2025-01-05, ann, 10",
              "b, 2025-02-06, bob, 5",
              "c, 2025-02-07, ann, 1");
      assertThat(first.published()).isPresent();
      assertThat(totals(pipeline, "look")).containsExactly("ann 11.00", "bob 5.00");
      RunOutcome second =
          night(
              pipeline,
              "r2",
              "a, 2025-01-05, ann, 12",
              "b, 2025-02-06, bob, 0",
              "d, 2025-02-09, cyd, 3",
              "c, 2025-02-07, ann, 1");
      assertThat(totals(pipeline, "look")).containsExactly("ann 13.00", "cyd 3.00");
      StepResult load =
          second.steps().stream().filter(s -> s.step().equals("load")).findFirst().orElseThrow();
      assertThat(load.inserted()).isEqualTo(1);
      assertThat(load.updated()).isEqualTo(1);
      assertThat(load.deleted()).isEqualTo(1);
      assertThat(load.rowsRead().get("stg_shop__lines")).isLessThanOrEqualTo(8L);
      assertThat(Files.exists(folder.resolve("publications/current.json"))).isTrue();
      second.steps().forEach(s -> System.out.println(s));
      for (int i = 3; i < 8; i++) {
        long t = System.nanoTime();
        night(pipeline, "r" + i, "a, 2025-01-05, ann, " + i);
        System.out.println("night " + i + " " + (System.nanoTime() - t) / 1000000);
      }
      System.out.println(Files.readString(folder.resolve("publications/current.json")).length());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
