package io.clientele.models.churn;

import io.clientele.models.Night;
import io.clientele.models.Population;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
import io.clientele.models.report.SummariseChurn;
import io.clientele.models.report.SummariseModelHealth;
import io.clientele.models.report.SummariseSegments;
import io.clientele.models.segment.ScoreSegments;
import io.clientele.testkit.TestSpark;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.Test;

class TimingProbeTest {
  static final AtomicInteger JOBS = new AtomicInteger();
  static long cpu0, t0;
  static int j0;

  static void mark(String what) {
    long cpu =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    System.out.printf(
        "PROBE %-22s cpu %.2f wall %.2f jobs %d%n",
        what, (cpu - cpu0) / 1e9, (System.nanoTime() - t0) / 1e9, JOBS.get() - j0);
    cpu0 = cpu;
    t0 = System.nanoTime();
    j0 = JOBS.get();
  }

  @Test
  void probe() {
    TestSpark.session()
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onJobStart(SparkListenerJobStart s) {
                JOBS.incrementAndGet();
              }
            });
    var facts = Population.of(2000, 42).localCheckpoint();
    for (int i = 0; i < 3; i++) {
      mark("start");
      Night n = new Night(facts, "2024-12-31");
      mark("state");
      n.features();
      mark("features");
      n.run(new ScoreSegments());
      mark("segments");
      n.train();
      mark("train");
      if (i == 0) {
        ModelCard c = Json.read(n.trained.model().get().cardJson(), ModelCard.class);
        System.out.println(
            "PROBE " + c.model() + c.baseline() + n.trained.model().get().artifactJson());
      }
      n.run(new ScoreChurn());
      mark("score");
      n.run(new SummariseSegments());
      mark("sum segments");
      n.run(new SummariseChurn());
      mark("sum churn");
      n.run(new SummariseModelHealth());
      mark("health");
    }
  }
}
