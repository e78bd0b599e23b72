package io.clientele.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.clientele.jobs.schedule.cases.CaseFiles;
import io.clientele.jobs.schedule.cases.CaseReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our engine against the cases seen in a running Airflow 3.3.2. */
class AirflowConformanceTest {
  private static final String FOLDER = "airflow.cases";

  private static Path folder() {
    Path root = Path.of(System.getProperty("clientele.root", "."));
    Path shared = root.resolve("../shared/airflow/cases").toAbsolutePath().normalize();
    return Path.of(System.getProperty(FOLDER, shared.toString()));
  }

  @TestFactory
  Stream<DynamicTest> everyCaseOfEveryFilePasses() {
    Path folder = folder();
    Assumptions.assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: no folder " + folder + "; name one with -D" + FOLDER + "=DIR");
    List<Path> files = CaseFiles.in(folder);
    assertThat(files).as("case files in %s", folder).isNotEmpty();
    return files.stream().map(file -> dynamicTest(file.getFileName().toString(), () -> run(file)));
  }

  private static void run(Path file) {
    CaseReport report = CaseFiles.run(file);
    System.out.println(report.text());
    assertThat(report.cases()).as("cases in %s", file).isPositive();
    assertThat(report.failures()).as(report.text()).isEmpty();
  }
}
