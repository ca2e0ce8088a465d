package org.gridward.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens of programs: 256 random bits, of which only the SHA-256 is stored. */
@Component
class Tokens {

    private static final String PREFIX = "gw_";

    private final JdbcClient jdbc;
    private final RecentMap<String, String> recent;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.recent = new RecentMap<>(clock, Users.FRESH, 10_000);
    }

    /** A new token of the user; this is the only time that it is known. */
    String issue(String userName) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        jdbc.sql("INSERT INTO access.tokens (token_hash, user_name) VALUES (:hash, :name)")
                .param("hash", hash(token))
                .param("name", userName)
                .update();
        return token;
    }

    /** Revokes every token of the user; answers how many there were. */
    int revoke(String userName) {
        recent.clear();
        return jdbc.sql("DELETE FROM access.tokens WHERE user_name = :name")
                .param("name", userName)
                .update();
    }

    /** The name of the user whose token this is. */
    Optional<String> findUser(String token) {
        if (!token.startsWith(PREFIX) || token.length() > 100) {
            return Optional.empty();
        }
        return recent.findOr(token, () -> jdbc.sql("SELECT user_name FROM access.tokens WHERE token_hash = :hash")
                .param("hash", hash(token))
                .query(String.class)
                .optional());
    }

    private static byte[] hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
