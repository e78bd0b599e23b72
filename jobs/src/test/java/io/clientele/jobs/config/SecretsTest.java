package io.clientele.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @TempDir private Path folder;

  private ClienteleConfig load(String metadata) throws IOException {
    return ConfigLoader.load(
        Yaml.file(folder, metadata + "\n" + Yaml.SALES), Map.of("PW", "geheim$1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metadata: {url: 'jdbc:postgresql://localhost/crm?user=a&password=geheim'}",
        "metadata: {url: 'jdbc:postgresql://ann:geheim@localhost/crm'}",
        "metadata: {password: geheim}"
      })
  void literalPasswordIsRefusedWithAdviceAndNotRepeated(String metadata) {
    assertThatThrownBy(() -> load(metadata))
        .hasMessageContaining("holds a password; put it into an environment variable or a file")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void passwordOfAUrlComesFromTheEnvironment() throws IOException {
    assertThat(load("metadata: {url: 'jdbc:postgresql://localhost/crm?password=${PW}'}").metadata())
        .extracting(settings -> settings.url().orElseThrow())
        .isEqualTo("jdbc:postgresql://localhost/crm?password=geheim$1");
  }

  @Test
  void variableThatIsNotSetAndFileThatIsNotThereAreSaid() {
    assertThatThrownBy(() -> load("metadata: {user: '${NOBODY}', password: '${file:none.txt}'}"))
        .hasMessageContaining(
            "line 1: metadata.user names the environment variable NOBODY, which is not set")
        .hasMessageContaining(
            "line 1: metadata.password names the file none.txt, which cannot be read");
  }

  @Test
  void substitutionElsewhereIsRefused() {
    assertThatThrownBy(() -> load("company: {name: '${PW}'}"))
        .hasMessageContaining(
            "line 1: company.name is '${PW}': ${...} is for addresses, users and passwords only");
  }

  @Test
  void otherDatabasesAreRefused() {
    assertThatThrownBy(() -> load("metadata: {url: 'jdbc:mysql://localhost/crm'}"))
        .hasMessageContaining("begin it with jdbc:sqlite: or jdbc:postgresql:");
  }
}
