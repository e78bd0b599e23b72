package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.pipeline.RunListener;
import io.clientele.pipeline.RunOutcome;
import io.clientele.pipeline.quality.GateStoppedException;
import io.clientele.testkit.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A delivery that the mapping does not fit, or a full extract that was cut short, stops the night,
 * and is taken up by the next.
 */
class RefusedDeliveryIT {
  @TempDir private Path folder;

  private NightlyJob jobMapping(String quantity) throws IOException {
    Files.writeString(
        folder.resolve("clientele.yaml"),
        """
        sources:
          shop:
            entities:
              sales:
                entity: sales_line
                files: "*.csv"
                map:
                  order_id: order
                  ordered_at: day
                  product_id: sku
                  quantity: %s
                  unit_price: price
        """
            .formatted(quantity));
    return job();
  }

  private NightlyJob job() {
    return new NightlyJob(
        OpenProject.locate(Optional.of(folder)),
        RunListener.SILENT,
        Clock.systemUTC(),
        master -> TestSpark.session());
  }

  @Test
  void stopsBeforeAnythingIsPublishedAndGoesOnWhenTheMappingIsMended() throws IOException {
    String lines =
        IntStream.range(0, 30)
            .mapToObj(i -> i + ",2024-01-01,S1,1,3.50\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("sales.csv"), "order,day,sku,qty,price\n" + lines);
    NightlyJob misspelt = jobMapping("quantity");
    assertThatThrownBy(() -> misspelt.run(NightlyRequest.nightly("nightly")))
        .hasStackTraceContaining(GateStoppedException.class.getName())
        .hasStackTraceContaining(
            "Cannot publish shop.sales: 30 of 30 new rows (100 %) are refused, most often"
                + " missing_column(quantity) (30); more than 50 % stop a night. Nothing was"
                + " published");
    assertThat(folder.resolve("warehouse/publications/current.json")).doesNotExist();

    assertThat(staged(jobMapping("qty"), "mended")).isEqualTo(30);
  }

  @Test
  void anExtractCutToATenthStopsTheNightUntilSomebodySaysWhatItMeans() throws IOException {
    Files.writeString(
        folder.resolve("clientele.yaml"),
        """
        sources:
          shop:
            entities:
              people:
                entity: customer
                files: "people_*.csv"
                date_in_name: {pattern: 'people_([0-9]+).csv', format: yyyyMMdd}
                delivery: full
                map: {source_customer_id: id}
        """);
    NightlyJob job = job();
    NightlyRequest extract = NightlyRequest.steps("run extract", List.of("extract"));
    Files.writeString(folder.resolve("people_20240101.csv"), people(30));
    assertThat(job.run(extract).published()).isPresent();

    Files.writeString(folder.resolve("people_20240201.csv"), people(3));
    assertThatThrownBy(() -> job.run(extract))
        .hasStackTraceContaining(GateStoppedException.class.getName())
        .hasStackTraceContaining(
            "Cannot publish shop.people: people_20240201.csv holds 3 records where the full extract"
                + " before held 30, so 27 would be gone. Nothing was published")
        .hasStackTraceContaining("put the whole one in its place")
        .hasStackTraceContaining("--accept-vanished");

    Files.writeString(folder.resolve("people_20240201.csv"), people(25));
    assertThat(job.run(extract).published()).as("the whole one").isPresent();
    Files.writeString(folder.resolve("people_20240301.csv"), people(3));
    NightlyRequest accepting = extract.accepting(new NightlyRequest.Accepted(false, true));
    assertThat(job.run(accepting).published()).as("they are gone indeed").isPresent();
  }

  private static String people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> i + "\n")
        .collect(Collectors.joining("", "id\n", ""));
  }

  private static long staged(NightlyJob job, String run) {
    RunOutcome outcome =
        job.run(
            NightlyRequest.steps("run", List.of("extract", "stage")).continuing(Optional.of(run)));
    return outcome.steps().stream()
        .filter(step -> step.step().equals("stage-shop-sales"))
        .mapToLong(step -> step.rowsOut() - step.quarantined())
        .sum();
  }
}
