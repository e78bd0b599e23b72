package io.clientele.jobs.schedule.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailChannelTest {
  private static final Message MESSAGE =
      new Message(Notices.Kind.FAILED, "nightly", "r1", "It failed", "Next: look");

  /**
   * Speaks as much SMTP as one mail needs; the answer is everything the client said.
   *
   * @param offer what it offers beside plain mail, for example AUTH PLAIN
   */
  private static String receive(ServerSocket server, String offer) {
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
        isData = line.equals("DATA");
        out.print(answer(line, offer) + "\r\n");
        out.flush();
      }
    } catch (IOException e) {
      heard.append(e.getMessage());
    }
    return heard.toString();
  }

  private static String answer(String line, String offer) {
    return switch (line.split(" ")[0]) {
      case "EHLO" -> offer.isEmpty() ? "250 test" : "250-test\r\n250 " + offer;
      case "AUTH" -> "235 come in";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static MailSettings settings(
      ServerSocket server, Optional<String> user, boolean requiresTls) {
    return new MailSettings(
        server.getInetAddress().getHostAddress(),
        server.getLocalPort(),
        "clientele@example.com",
        List.of("a@example.com", "b@example.com"),
        user,
        user.map(name -> "secret"),
        requiresTls);
  }

  @Test
  void aUserSignsInBeforeTheMail() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard =
          CompletableFuture.supplyAsync(() -> receive(server, "AUTH PLAIN"));
      new MailChannel(settings(server, Optional.of("dwh"), false)).send(MESSAGE);
      // RFC 4616: whom to act as, who it is, the password, with a NUL between them.
      String signIn =
          Base64.getEncoder().encodeToString("dwh\0dwh\0secret".getBytes(StandardCharsets.UTF_8));
      assertThat(heard.get(20, TimeUnit.SECONDS))
          .containsSubsequence("AUTH PLAIN " + signIn, "MAIL FROM", "Next: look");
    }
  }

  @Test
  void nothingIsSaidInTheClearWhereTlsIsRequired() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard =
          CompletableFuture.supplyAsync(() -> receive(server, "AUTH PLAIN"));
      MailChannel channel = new MailChannel(settings(server, Optional.of("dwh"), true));
      assertThatThrownBy(() -> channel.send(MESSAGE))
          .hasMessageStartingWith("the mail server refused: ")
          .hasMessageContaining("STARTTLS");
      assertThat(heard.get(20, TimeUnit.SECONDS)).doesNotContain("AUTH", "MAIL FROM");
    }
  }

  @Test
  void aMailGoesToEveryRecipient() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard = CompletableFuture.supplyAsync(() -> receive(server, ""));
      new MailChannel(settings(server, Optional.empty(), false)).send(MESSAGE);
      assertThat(heard.get(20, TimeUnit.SECONDS))
          .contains("MAIL FROM:<clientele@example.com>")
          .contains("RCPT TO:<a@example.com>")
          .contains("RCPT TO:<b@example.com>")
          .contains("Subject: It failed")
          .contains("Next: look");
    }
  }
}
