package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pipeline.metadata.Published;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.publication.PublishedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  @TempDir Path folder;

  @Test
  void oldNightsGoMonthEndsStayAndNoKeptFileIsLost() {
    try (PipelineFixture fixture =
        new PipelineFixture(folder, settings -> settings.withRetainedNights(1))) {
      fixture.daysPass(29); // 30 January
      for (int night = 1; night <= 5; night++) {
        fixture.night("r" + night, "a, 2025-01-05, ann, " + night);
        fixture.daysPass(1);
      }
      List<Published> kept = fixture.metadata().publications().retained();
      assertThat(kept)
          .extracting(Published::id)
          .as("31 January is night 2; the last night is 3 February, a day back is 2 February")
          .containsExactly(2L, 4L, 5L);
      for (Published published : kept) {
        assertThat(folder.resolve(Publication.manifestName(published.id()))).exists();
        assertThat(files(published)).isNotEmpty().allMatch(Files::exists);
      }
      assertThat(folder.resolve(Publication.manifestName(3))).doesNotExist();
      assertThat(dataFiles("rpt_totals"))
          .as("replaced each night: only kept nights have a file left")
          .hasSize(3);
      assertThat(fixture.totals()).containsExactly("ann 5.00");
    }
  }

  private List<Path> files(Published published) {
    return published.publication().tables().stream()
        .flatMap(this::files)
        .map(folder::resolve)
        .toList();
  }

  private Stream<String> files(PublishedTable table) {
    return Stream.concat(table.dataFiles().stream(), table.deleteFiles().stream());
  }

  private List<Path> dataFiles(String table) {
    Path data = folder.resolve("tables").resolve(table).resolve("data");
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
