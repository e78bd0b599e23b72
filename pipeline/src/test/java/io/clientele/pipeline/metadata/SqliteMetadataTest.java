package io.clientele.pipeline.metadata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMetadataTest extends MetadataContract {
  @TempDir Path folder;

  @Override
  String emptyDatabase() {
    return MetadataDatabase.defaultUrl(folder);
  }

  @Test
  void anotherKindOfDatabaseIsRefused() {
    assertThatThrownBy(() -> MetadataDatabase.open("jdbc:h2:mem:x"))
        .hasMessage(
            "Cannot open the metadata database: 'jdbc:h2:mem:x' is neither SQLite nor PostgreSQL;"
                + " give a URL that begins with jdbc:sqlite: or jdbc:postgresql:.");
  }
}
