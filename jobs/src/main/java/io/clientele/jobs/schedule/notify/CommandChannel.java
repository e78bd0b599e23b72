package io.clientele.jobs.schedule.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A command run by bash: the text on its standard input, the fields in its environment. */
public record CommandChannel(String command) implements Channel {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "command";
  }

  @Override
  public void send(Message message) throws IOException, InterruptedException {
    Path text = Files.createTempFile("clientele-message-", ".txt");
    try {
      Files.writeString(text, message.subject() + "\n\n" + message.text() + "\n");
      run(message, text);
    } finally {
      Files.deleteIfExists(text);
    }
  }

  private void run(Message message, Path text) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", command)
            .redirectInput(text.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    message
        .fields()
        .forEach(
            (key, value) ->
                builder.environment().put("CLIENTELE_" + key.toUpperCase(Locale.ROOT), value));
    Process process = builder.start();
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the command took longer than " + LONGEST.toSeconds() + " s");
    }
    if (process.exitValue() != 0) {
      throw new IOException("the command ended with exit code " + process.exitValue());
    }
  }
}
