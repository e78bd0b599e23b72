package io.clientele.jobs.schedule.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.cases.CaseFiles;
import io.clientele.jobs.schedule.cases.CaseReport;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Templates beyond the shared cases; what comes out was rendered by Airflow 3.3.2. */
class TemplatesOfAirflowTest {
  @Test
  void rendersWhatAirflowRenders() throws URISyntaxException {
    Path file = Path.of(TemplatesOfAirflowTest.class.getResource("templates.json").toURI());
    CaseReport report = CaseFiles.run(file);
    assertThat(report.cases()).isPositive();
    assertThat(report.failures()).as(report.text()).isEmpty();
  }
}
