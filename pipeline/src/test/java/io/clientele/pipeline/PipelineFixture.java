package io.clientele.pipeline;

import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.testkit.TestSpark;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Encoders;

/** A pipeline in a folder of its own, whose clock is moved by hand. */
final class PipelineFixture extends Clock implements AutoCloseable {
  final Path folder;
  final Pipeline pipeline;
  private Instant now = Instant.parse("2026-01-01T01:00:00Z");

  PipelineFixture(Path folder) {
    this(folder, settings -> settings);
  }

  PipelineFixture(Path folder, UnaryOperator<PipelineSettings> change) {
    this.folder = folder;
    this.pipeline =
        Pipeline.open(
            TestSpark.session(),
            change.apply(PipelineSettings.of(folder, SmallShop.WAREHOUSE, this)));
  }

  /** Stage, load and total as one run. */
  RunOutcome night(String runId, String... lines) {
    return run(runId, SmallShop.total(), SmallShop.load(), SmallShop.stage(lines));
  }

  RunOutcome run(String runId, Step... steps) {
    return pipeline.run(request(runId, true, steps));
  }

  /** Steps of a run that stays open. */
  RunOutcome task(String runId, Step... steps) {
    return pipeline.run(request(runId, false, steps));
  }

  RunOutcome publish(String runId) {
    return pipeline.publish(context(runId));
  }

  RunRequest request(String runId, boolean publishes, Step... steps) {
    return new RunRequest(context(runId), "test", List.of(steps), publishes, RunListener.SILENT);
  }

  RunContext context(String runId) {
    return SmallShop.run(runId, folder, now);
  }

  /** "customer amount" of the published totals, sorted. */
  List<String> totals() {
    return pipeline
        .tablesOf("nobody")
        .published("rpt_totals")
        .selectExpr("concat(customer, ' ', cast(amount as decimal(18,2)))")
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  MetadataDatabase metadata() {
    return pipeline.metadata();
  }

  void daysPass(int days) {
    now = now.plus(Duration.ofDays(days));
  }

  static StepResult step(RunOutcome outcome, String name) {
    return outcome.steps().stream()
        .filter(result -> result.step().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
