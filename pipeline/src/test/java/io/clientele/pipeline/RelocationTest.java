package io.clientele.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.pipeline.publication.Relocation;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.publication.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelocationTest {
  @TempDir Path temp;

  @Test
  void aCopyElsewhereIsReadAndGoesOnWithoutThePlaceWhereItStood() throws IOException {
    Path old = temp.resolve("old");
    Path moved = temp.resolve("moved");
    try (PipelineFixture fixture = new PipelineFixture(old)) {
      fixture.night("n1", "a, 2025-01-05, ann, 1", "b, 2025-01-06, bob, 2");
      fixture.night("n2", "a, 2025-01-05, ann, 5");
    }
    copy(old, moved);
    delete(old);

    Relocation.Outcome outcome = relocation(moved).run();

    assertThat(outcome.from()).isEqualTo(old);
    assertThat(outcome.tables()).isGreaterThanOrEqualTo(4);
    assertThat(Files.readString(moved.resolve(Publication.CURRENT)))
        .contains("\"" + moved + "\"")
        .doesNotContain("\"" + old + "\"");
    try (PipelineFixture fixture = new PipelineFixture(moved)) {
      assertThat(fixture.totals()).containsExactly("ann 5.00", "bob 2.00");
      fixture.night("n3", "a, 2025-01-05, ann, 7", "c, 2025-02-01, cyd, 3");
      assertThat(fixture.totals()).containsExactly("ann 7.00", "bob 2.00", "cyd 3.00");
    }
    assertThat(old).doesNotExist();
    assertThat(relocation(moved).run().tables()).as("it stands where it stood").isZero();
  }

  @Test
  void refusesAWarehouseInWhichNothingWasPublished() throws IOException {
    Files.createDirectories(temp.resolve("new"));
    assertThatThrownBy(() -> relocation(temp.resolve("new")).run())
        .hasMessageEndingWith("nothing was published in it; run clientele nightly instead.");
  }

  private static Relocation relocation(Path folder) {
    return new Relocation(
        TestSpark.session().newSession(),
        PipelineSettings.of(folder, SmallShop.WAREHOUSE, Clock.systemUTC()));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
