package org.gridward.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links of screens on walls: 256 random bits each, of which only the SHA-256 is stored. They are looked up at each
 * use, so a revoked one is dark at its next question.
 */
@Component
public class WallTokens {

    /** A new link with its secret; this is the only time that it is known. */
    public record Made(WallToken token, String secret) {}

    private static final String PREFIX = "gww_";
    private static final int NAME_MOST = 80;
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WallTokens(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @param jurisdiction null or blank: the maker's own
     * @param endsAt null: until it is revoked
     * @throws Problem 422 for a name of no or more than 80 characters, an end that is past, or ground that is not the maker's
     */
    @Transactional
    public Made issue(String name, String jurisdiction, Instant endsAt, Actor maker) {
        Instant now = clock.instant();
        String said = name == null ? "" : name.strip();
        if (said.isEmpty() || said.length() > NAME_MOST) {
            throw Problem.unprocessable(
                            "wall-name",
                            "The name has " + said.length() + " characters; say in 1 to 80 where the screen hangs.")
                    .with("/name", Fault.length(1, 80), "1 to 80 characters");
        }
        if (endsAt != null && !endsAt.isAfter(now)) {
            throw Problem.unprocessable(
                            "wall-end", "The end " + endsAt + " is past; choose a later one, or none at all.")
                    .with("/endsAt", Fault.LATER, "later than now");
        }
        String ground = jurisdiction == null || jurisdiction.isBlank() ? maker.jurisdiction() : jurisdiction.strip();
        if (!ground.equals(maker.jurisdiction()) && !maker.mayActIn(ground) || ground.length() > NAME_MOST) {
            throw Problem.unprocessable(
                            "wall-jurisdiction",
                            "'" + ground + "' is not within your jurisdiction " + maker.jurisdiction()
                                    + "; choose a grid of it, or leave it out.")
                    .with("/jurisdiction", Fault.OUTSIDE, "within your own");
        }
        String secret = secret();
        WallToken made = new WallToken(Ids.next(), said, ground, maker.name(), now, endsAt, null, null, null);
        jdbc.sql("""
                        INSERT INTO access.wall_tokens (id, name, token_hash, jurisdiction, made_by, made_at, ends_at)
                        VALUES (:id, :name, :hash, :jurisdiction, :maker, :now, :ends)""")
                .param("id", made.id())
                .param("name", made.name())
                .param("hash", hash(secret))
                .param("jurisdiction", ground)
                .param("maker", maker.name())
                .param("now", at(now))
                .param("ends", at(endsAt))
                .update();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("jurisdiction", ground);
        detail.put("endsAt", endsAt == null ? "" : endsAt.toString());
        audit.append(maker, "WALL_LINK_MADE", made.id().toString(), detail);
        return new Made(made, secret);
    }

    /** All links, those in use first, each with the newest first. */
    public List<WallToken> list() {
        return jdbc.sql("SELECT * FROM access.wall_tokens ORDER BY revoked_at IS NOT NULL, made_at DESC, id")
                .query((row, n) -> read(row))
                .list();
    }

    /**
     * Makes a link dark for good; a second time changes nothing.
     *
     * @throws Problem 404 when there is none of that id
     */
    @Transactional
    public void revoke(UUID id, Actor actor) {
        int changed = jdbc.sql("""
                        UPDATE access.wall_tokens SET revoked_at = :now, revoked_by = :actor
                        WHERE id = :id AND revoked_at IS NULL""")
                .param("now", at(clock.instant()))
                .param("actor", actor.name())
                .param("id", id)
                .update();
        if (changed > 0) {
            audit.append(actor, "WALL_LINK_REVOKED", id.toString(), Map.of());
        } else if (list().stream().noneMatch(one -> one.id().equals(id))) {
            throw Problem.notFound(
                    "unknown-wall", "There is no link of a wall " + id + "; look at /api/v1/wall-tokens.");
        }
    }

    /** The link with this secret, if it is neither revoked nor past its end. */
    public Optional<WallToken> find(String secret) {
        if (secret == null || !secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<WallToken> found = jdbc.sql(Sql.of("access/find_wall_token"))
                .param("hash", hash(secret))
                .param("now", at(now))
                .query((row, n) -> read(row))
                .optional();
        found.filter(one ->
                        one.seenAt() == null || one.seenAt().plus(SEEN_EVERY).isBefore(now))
                .ifPresent(one -> jdbc.sql("UPDATE access.wall_tokens SET seen_at = :now WHERE id = :id")
                        .param("now", at(now))
                        .param("id", one.id())
                        .update());
        return found;
    }

    private String secret() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static WallToken read(ResultSet row) throws SQLException {
        return new WallToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("jurisdiction"),
                row.getString("made_by"),
                Instants.of(row, "made_at"),
                Instants.of(row, "ends_at"),
                row.getString("revoked_by"),
                Instants.of(row, "revoked_at"),
                Instants.of(row, "seen_at"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String secret) {
        return Digests.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
