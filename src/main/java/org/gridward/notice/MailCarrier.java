package org.gridward.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends messages as plain-text mail. Off without {@code gridward.mail.host}. The Message-ID is made of the message's id, so
 * that a mail program shows doubles once. An address that the mail server refuses for good is not tried again.
 */
@Component
class MailCarrier implements MessageCarrier {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final JsonMapper json;
    private final String host;
    private final String from;
    private final ZoneId zone;
    private final String url;

    MailCarrier(
            JsonMapper json,
            @Value("${gridward.mail.host:}") String host,
            @Value("${gridward.mail.port:25}") int port,
            @Value("${gridward.mail.user:}") String user,
            @Value("${gridward.mail.password:}") String password,
            @Value("${gridward.mail.from:gridward@localhost}") String from,
            @Value("${gridward.mail.starttls:false}") boolean startTls,
            @Value("${gridward.notice.timeout:10000}") long timeoutMillis,
            @Value("${gridward.public.url:}") String url,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.json = json;
        this.url = url;
        this.host = host.strip();
        this.from = from;
        this.zone = zone;
        sender.setHost(this.host);
        sender.setPort(port);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String timeout = Long.toString(timeoutMillis);
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (!user.isBlank()) {
            sender.setUsername(user);
            sender.setPassword(password);
            properties.setProperty("mail.smtp.auth", "true");
        }
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isReady() {
        return !host.isEmpty();
    }

    @Override
    public Outcome carry(Parcel parcel) {
        try {
            sender.send(mail(parcel));
            return new Outcome.Delivered();
        } catch (MailException | MessagingException failure) {
            return refusal(failure)
                    .<Outcome>map(Outcome.Refused::new)
                    .orElseGet(() -> new Outcome.Failed(why(failure)));
        }
    }

    private MimeMessage mail(Parcel parcel) throws MessagingException {
        JsonNode payload = json.readTree(parcel.payload());
        NoticeEvent event = NoticeEvent.find(parcel.event()).orElseThrow();
        MimeMessage mail = new IdentifiedMail(sender, "<" + parcel.id() + "@gridward>");
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.address(), true));
        mail.setSubject(MailText.subject(event, payload), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(parcel.createdAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Gridward-Message", parcel.id().toString());
        mail.setText(MailText.body(event, payload, zone, url), StandardCharsets.UTF_8.name());
        return mail;
    }

    /** Why the server will never take the mail: it knows no such address. */
    private static Optional<String> refusal(Exception failure) {
        for (Throwable one = failure; one != null; one = next(one)) {
            if (one instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0) {
                return Optional.of("the mail server refused the address: " + refused.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Throwable next(Throwable one) {
        return one instanceof MailSendException sent && sent.getMessageExceptions().length > 0
                ? sent.getMessageExceptions()[0]
                : one.getCause();
    }

    private static String why(Exception failure) {
        return "the mail server did not take it: " + failure.getMessage();
    }

    /** Keeps the Message-ID that it is given; the library makes a new one at every sending otherwise. */
    private static final class IdentifiedMail extends MimeMessage {

        private final String id;

        IdentifiedMail(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
