package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.spark.Workload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataVolumeTest {
  private static final long MEGABYTE = 1L << 20;

  @TempDir private Path temp;

  private Path source;
  private Path warehouse;

  @BeforeEach
  void folders() throws IOException {
    source = Files.createDirectories(temp.resolve("extracts/shop"));
    warehouse = temp.resolve("warehouse");
  }

  @Test
  void aFewMegabytesAreSmallAlsoBeforeThereIsAWarehouse() throws IOException {
    file(source.resolve("orders.csv"), 15);
    assertThat(workload()).isEqualTo(Workload.SMALL);
  }

  @Test
  void filesOfAllFoldersCountTogether() throws IOException {
    file(source.resolve("orders_1.csv"), 9);
    file(Files.createDirectories(source.resolve("older")).resolve("orders_2.csv"), 9);
    assertThat(workload()).isEqualTo(Workload.LARGE);
  }

  @Test
  void packedTextCountsAsWhatItBecomes() throws IOException {
    file(source.resolve("orders.csv.gz"), 8);
    assertThat(workload()).isEqualTo(Workload.LARGE);
  }

  @Test
  void aLargeWarehouseMakesASmallDeliveryALargeNight() throws IOException {
    file(source.resolve("orders.csv"), 1);
    file(Files.createDirectories(warehouse.resolve("tables")).resolve("fct_sales.parquet"), 97);
    assertThat(workload()).isEqualTo(Workload.LARGE);
  }

  private Workload workload() {
    return DataVolume.of(List.of(source), warehouse);
  }

  /** Sparse: it has the length and takes no room. */
  private static void file(Path path, long megabytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(megabytes * MEGABYTE);
    }
  }
}
