package io.clientele.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {
  private static final Path FOLDER = Generated.committed();

  @TempDir Path folder;

  @Test
  void everyFileArrivesOnceExceptTheOneThatComesTwice() throws IOException {
    List<Path> files =
        Deliveries.byDay(FOLDER).values().stream().flatMap(List::stream).sorted().toList();
    assertThat(files).doesNotHaveDuplicates();
    try (var present = Files.walk(FOLDER.resolve("extracts"))) {
      assertThat(files)
          .containsExactlyInAnyOrderElementsOf(
              present.filter(Files::isRegularFile).map(FOLDER::relativize).toList());
    }
    Path tills = FOLDER.resolve("extracts/tills");
    assertThat(tills.resolve("bons_20251222_kopie.csv"))
        .hasSameBinaryContentAs(tills.resolve("bons_20251222.csv"));
  }

  @Test
  void oneDailyFileComesAfterItsNeighbours() throws IOException {
    NavigableMap<LocalDate, List<Path>> byDay = Deliveries.byDay(FOLDER);
    Path late = Path.of("extracts/tills/bons_20251223.csv");
    assertThat(byDay.get(LocalDate.of(2025, 12, 23))).doesNotContain(late);
    assertThat(byDay.get(LocalDate.of(2025, 12, 27))).contains(late);
    assertThat(byDay.get(LocalDate.of(2025, 12, 24)))
        .contains(
            Path.of("extracts/tills/bons_20251224.csv"),
            Path.of("extracts/tills/bons_20251222_kopie.csv"));
  }

  @Test
  void copiesWhatHasArrivedUntilADay() throws IOException {
    LocalDate day = LocalDate.of(2025, 12, 18);
    Deliveries.copy(FOLDER, folder, LocalDate.MIN, day);
    assertThat(folder.resolve("extracts/webshop/orders_20251218.csv")).exists();
    assertThat(folder.resolve("extracts/webshop/orders_20251217.csv")).exists();
    assertThat(folder.resolve("extracts/webshop/orders_20251219.csv")).doesNotExist();
    Deliveries.copy(FOLDER, folder, day.plusDays(1), day.plusDays(1));
    assertThat(folder.resolve("extracts/webshop/orders_20251219.csv")).exists();
  }
}
