package org.gridward.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Remembers for five minutes which name and password were verified against which version of the user, so that HTTP
 * Basic does not pay for bcrypt at every request. Kept as an HMAC under a key of this process: no password is held.
 */
final class VerifiedPasswords {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final byte[] key = new byte[32];
    private final RecentMap<String, Long> versions;

    VerifiedPasswords(Clock clock) {
        new SecureRandom().nextBytes(key);
        this.versions = new RecentMap<>(clock, LIFE, 10_000);
    }

    boolean knows(User user, String password) {
        return versions.find(mark(user, password))
                .filter(version -> version == user.version())
                .isPresent();
    }

    void remember(User user, String password) {
        versions.keep(mark(user, password), user.version());
    }

    private String mark(User user, String password) {
        byte[] text = (user.name() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.hmacSha256(key, text));
    }
}
