package io.clientele.jobs.schedule.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.config.MailSettings;
import io.clientele.jobs.schedule.store.Notices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailChannelTest {
  /** Speaks as much SMTP as one mail needs; the answer is everything the client said. */
  private static String receive(ServerSocket server) {
    StringBuilder heard = new StringBuilder();
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      out.print("220 test\r\n");
      out.flush();
      boolean isData = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.append(line).append('\n');
        if (isData && !line.equals(".")) {
          continue;
        }
        boolean asksForData = line.equals("DATA");
        out.print(
            asksForData ? "354 go on\r\n" : line.equals("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
        out.flush();
        isData = asksForData;
      }
    } catch (IOException e) {
      heard.append(e.getMessage());
    }
    return heard.toString();
  }

  @Test
  void aMailGoesToEveryRecipient() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> receive(server));
      MailSettings settings =
          new MailSettings(
              server.getInetAddress().getHostAddress(),
              server.getLocalPort(),
              "clientele@example.com",
              List.of("a@example.com", "b@example.com"),
              Optional.empty(),
              Optional.empty(),
              false);
      new MailChannel(settings)
          .send(new Message(Notices.Kind.FAILED, "nightly", "r1", "It failed", "Next: look"));
      assertThat(heard.get(20, TimeUnit.SECONDS))
          .contains("MAIL FROM:<clientele@example.com>")
          .contains("RCPT TO:<a@example.com>")
          .contains("RCPT TO:<b@example.com>")
          .contains("Subject: It failed")
          .contains("Next: look");
    }
  }
}
