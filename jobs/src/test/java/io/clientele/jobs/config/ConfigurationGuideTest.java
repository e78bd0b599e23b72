package io.clientele.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide shows the defaults that are in force. */
class ConfigurationGuideTest {
  private static final String REWRITE =
      "./mvnw -q -pl jobs -am test -Dtest=ConfigurationGuideTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dclientele.rewriteGolden=true";
  private static final Path GUIDE =
      Path.of(System.getProperty("clientele.root", ".."), "docs/guide/configuration.md");

  @Test
  void guideEndsWithTheDefaultsInForce() throws IOException {
    String text = Files.readString(GUIDE);
    String expected =
        text.substring(0, text.indexOf("```yaml\n# Every key"))
            + "```yaml\n"
            + DefaultsText.text()
            + "```\n";
    if (Boolean.getBoolean("clientele.rewriteGolden")) {
      Files.writeString(GUIDE, expected);
      text = expected;
    }
    assertThat(text).as("`%s` puts the defaults into the guide", REWRITE).isEqualTo(expected);
  }
}
