package org.gridward.evidence;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gridward.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets with which who reported without signing in may add photos to that report for two hours; signed, nothing is stored. */
@Component
public class Tickets {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final int BODY = 1 + 16 + 4;
    private static final int MAC = 12;
    private static final String MAKE_KEY =
            "INSERT INTO evidence.signing_keys (id, secret) VALUES (1, :secret) ON CONFLICT DO NOTHING";

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile byte[] key;

    Tickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A ticket for a report of now. */
    public String issue(Owner owner) {
        byte[] body = ByteBuffer.allocate(BODY)
                .put((byte) owner.kind().ordinal())
                .putLong(owner.id().getMostSignificantBits())
                .putLong(owner.id().getLeastSignificantBits())
                .putInt((int) (clock.instant().plus(LIFE).getEpochSecond() / 60))
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(BODY + MAC).put(body).put(mac(body)).array());
    }

    /** @throws Problem 403 {@code ticket} for one that was not issued here or is too old */
    Owner read(String ticket) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(ticket == null ? "" : ticket);
            if (bytes.length == BODY + MAC
                    && MessageDigest.isEqual(
                            mac(Arrays.copyOf(bytes, BODY)), Arrays.copyOfRange(bytes, BODY, BODY + MAC))) {
                ByteBuffer body = ByteBuffer.wrap(bytes);
                Owner owner = new Owner(Owner.Kind.values()[body.get()], new UUID(body.getLong(), body.getLong()));
                if (body.getInt() * 60L >= clock.instant().getEpochSecond()) {
                    return owner;
                }
            }
        } catch (IllegalArgumentException foreign) {
            // Answered below like every other text that is no ticket.
        }
        throw Problem.forbidden(
                "ticket", "A photo can be added for two hours, with the ticket of the report's own receipt.");
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(body), MAC);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HmacSHA256", missing);
        }
    }

    private byte[] key() {
        if (key == null) {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            jdbc.sql(MAKE_KEY).param("secret", secret).update();
            key = jdbc.sql("SELECT secret FROM evidence.signing_keys")
                    .query(byte[].class)
                    .single();
        }
        return key;
    }
}
