package io.clientele.jobs.init;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A commented configuration to be filled in, and the folder its example reads. */
final class Skeleton {
  private Skeleton() {}

  static InitOutcome write(Path file, InitOptions options, Consumer<String> terminal)
      throws IOException {
    Files.createDirectories(file.getParent().resolve("extracts/shop"));
    String name = file.getParent().getFileName() == null ? "Shop" : YamlText.of(name(file));
    Files.writeString(
        file,
        template()
            .replace("@NAME@", name)
            .replace("@CURRENCY@", options.currency().orElse("EUR"))
            .replace("@TIME_ZONE@", options.timeZone().orElse("UTC")));
    terminal.accept("Wrote " + file + ", a skeleton with an example of every kind of key.");
    terminal.accept("Put files into " + file.getParent().resolve("extracts/shop"));
    terminal.accept("and adapt the mapping, or let Clientele look at an exported file:");
    terminal.accept("  clientele init --from FILE --out ANOTHER_FOLDER");
    return new InitOutcome(file, List.of());
  }

  private static String name(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static String template() throws IOException {
    try (InputStream resource = Skeleton.class.getResourceAsStream("skeleton.yaml")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
