package io.clientele.jobs.schedule.notify;

import io.clientele.jobs.config.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Mail through the company's SMTP server. */
public record MailChannel(MailSettings settings) implements Channel {
  private static final String LONGEST_MILLIS = "20000";

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public void send(Message message) throws IOException {
    try {
      MimeMessage mail = new MimeMessage(Session.getInstance(properties()));
      mail.setFrom(new InternetAddress(settings.from()));
      for (String recipient : settings.to()) {
        mail.addRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(recipient));
      }
      mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
      mail.setText(message.text(), StandardCharsets.UTF_8.name());
      if (settings.user().isPresent()) {
        Transport.send(mail, settings.user().get(), settings.password().orElse(""));
      } else {
        Transport.send(mail);
      }
    } catch (MessagingException e) {
      throw new IOException("the mail server refused: " + reason(e), e);
    }
  }

  /** With what lies under it: a certificate that nobody trusts is said there only. */
  private static String reason(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null || String.valueOf(e.getMessage()).contains(reason(cause))
        ? String.valueOf(e.getMessage())
        : e.getMessage() + ": " + reason(cause);
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", String.valueOf(settings.port()));
    properties.put("mail.smtp.auth", String.valueOf(settings.user().isPresent()));
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put("mail.smtp.starttls.required", String.valueOf(settings.requiresTls()));
    properties.put("mail.smtp.connectiontimeout", LONGEST_MILLIS);
    properties.put("mail.smtp.timeout", LONGEST_MILLIS);
    return properties;
  }
}
