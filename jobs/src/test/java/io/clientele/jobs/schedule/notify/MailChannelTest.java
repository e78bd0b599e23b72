package io.clientele.jobs.schedule.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.jobs.config.MailSettings;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.wiser.Wiser;
import org.subethamail.wiser.WiserMessage;

/** Against SubEtha's SMTP server. */
class MailChannelTest {
  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;
  private final List<String> signedIn = new ArrayList<>();
  private Wiser server;

  private void start(SMTPServer.Builder builder) {
    server =
        Wiser.create(
            builder
                .bindAddress(InetAddress.getLoopbackAddress())
                .authenticationHandlerFactory(
                    new EasyAuthenticationHandlerFactory(
                        (user, password, context) -> signedIn.add(user + "/" + password))));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MailSettings settings(Optional<String> user, boolean requiresTls) {
    return MailSender.settings(server.getServer().getPortAllocated(), user, requiresTls);
  }

  @Test
  void aMailGoesToEveryRecipient() throws IOException, MessagingException {
    start(SMTPServer.port(0));
    new MailChannel(settings(Optional.empty(), false)).send(MailSender.MESSAGE);
    assertThat(server.getMessages())
        .extracting(WiserMessage::getEnvelopeReceiver)
        .containsExactly("a@example.com", "b@example.com");
    WiserMessage mail = server.getMessages().get(0);
    assertThat(mail.getEnvelopeSender()).isEqualTo("clientele@example.com");
    assertThat(mail.getMimeMessage().getSubject()).isEqualTo("Nächtlicher Lauf ist gescheitert");
    assertThat(mail.getMimeMessage().getContent().toString()).startsWith("Next: look");
    assertThat(signedIn).isEmpty();
  }

  @Test
  void aUserSignsInBeforeTheMail() throws IOException {
    start(SMTPServer.port(0).requireAuth());
    new MailChannel(settings(Optional.of("dwh"), false)).send(MailSender.MESSAGE);
    assertThat(signedIn).containsExactly("dwh/secret");
    assertThat(server.getMessages()).hasSize(2);
  }

  @Test
  void nothingIsSaidInTheClearWhereTlsIsRequired() {
    start(SMTPServer.port(0));
    MailChannel channel = new MailChannel(settings(Optional.of("dwh"), true));
    assertThatThrownBy(() -> channel.send(MailSender.MESSAGE))
        .hasMessageStartingWith("the mail server refused: ")
        .hasMessageContaining("STARTTLS");
    assertThat(signedIn).isEmpty();
    assertThat(server.getMessages()).isEmpty();
  }

  @Test
  void signsInAndSendsInsideTlsToAServerThatTakesNothingElse() throws Exception {
    Path keys = folder.resolve("server.p12");
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=IP:127.0.0.1")
        .run(keys);
    start(SMTPServer.port(0).startTlsSocketFactory(context(keys)).requireTLS().requireAuth());
    assertThat(send(keys)).as("with the server's certificate trusted").isEqualTo("sent");
    assertThat(signedIn).containsExactly("dwh/secret");
    assertThat(server.getMessages()).hasSize(2);
    Path strangers = folder.resolve("strangers.p12");
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=somebody").run(strangers);
    assertThat(send(strangers)).contains("the mail server refused: ", "certification path");
    assertThat(signedIn).as("no password for a server that nobody trusts").hasSize(1);
  }

  /** Keytool with the options that all calls share. */
  private static Keytool keytool(String... options) {
    return new Keytool(List.of(options));
  }

  private record Keytool(List<String> options) {
    void run(Path keys) throws IOException, InterruptedException {
      List<String> words = new ArrayList<>(List.of(java("keytool")));
      words.addAll(options);
      words.addAll(List.of("-alias", "server", "-validity", "2", "-storetype", "PKCS12"));
      words.addAll(List.of("-storepass", PASSWORD, "-keystore", keys.toString()));
      assertThat(output(words)).isEmpty();
    }
  }

  private static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** Sends in a process of its own, whose trust store is given as a company would give it. */
  private String send(Path trusted) throws IOException, InterruptedException {
    return output(
        Arrays.asList(
            java("java"),
            "-Djavax.net.ssl.trustStore=" + trusted,
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            MailSender.class.getName(),
            String.valueOf(server.getServer().getPortAllocated())));
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  /** Both streams without the JVM's own warnings. */
  private static String output(List<String> words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }
}
