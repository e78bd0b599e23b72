package io.clientele.pipeline.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  @TempDir Path folder;

  @Test
  void theNewestMigrationIsTheOneAskedForWhenADatabaseIsOpened() {
    MigrationInfo[] all =
        Flyway.configure()
            .dataSource(MetadataDatabase.defaultUrl(folder), null, null)
            .locations("classpath:io/clientele/pipeline/metadata/migrations")
            .load()
            .info()
            .all();
    assertThat(all[all.length - 1].getScript()).endsWith(MetadataDatabase.NEWEST_MIGRATION);
  }
}
