package org.gridward.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a repeated POST take effect once. The answer is stored in the same transaction as the effect, so a retry after a
 * lost answer gets that answer; two at the same time cannot both commit.
 */
@Component
public class Idempotency {

    private static final Logger log = LoggerFactory.getLogger(Idempotency.class);

    private static final String FIND = """
            SELECT request, status, location, etag, body::text AS body
            FROM platform.idempotency_keys WHERE actor = :actor AND key = :key""";
    private static final RowStatement STORE =
            RowStatement.of("platform/insert_idempotency_keys", RowStatement.Rank.NEWS);

    private static final String FORGET =
            "DELETE FROM platform.idempotency_keys WHERE created_at < clock_timestamp() - interval '7 days'";

    private record Stored(byte[] request, int status, String location, String etag, String body) {}

    private final JdbcClient jdbc;
    private final WriteBatch batch;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Idempotency(JdbcClient jdbc, WriteBatch batch, JsonMapper json, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * Runs the effect in a transaction, once per actor and key.
     *
     * @param key the Idempotency-Key header; empty or null runs the effect as it is
     * @param request what was asked (path and body, any JSON-able values); another request with the same key is refused
     * @throws Problem 422 when the key was used for another request, 400 when it is longer than 200 characters
     */
    public ResponseEntity<?> once(String key, String actor, Object request, Supplier<ResponseEntity<?>> effect) {
        if (key == null || key.isBlank()) {
            return transaction.execute(status -> effect.get());
        }
        if (key.length() > 200) {
            throw Problem.unreadable(
                    "idempotency-key", "The Idempotency-Key has " + key.length() + " characters; use at most 200.");
        }
        byte[] digest = digest(request);
        Optional<ResponseEntity<?>> earlier = find(key, actor, digest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return transaction.execute(status -> {
                ResponseEntity<?> answer = effect.get();
                store(key, actor, digest, answer);
                return answer;
            });
        } catch (DuplicateKeyException | Problem raced) {
            // A retry that overtook its first try, or was refused because of it, gets the first one's answer.
            return find(key, actor, digest).orElseThrow(() -> raced);
        }
    }

    /** Answers are kept for seven days, longer than any client repeats a request; then the key may be used anew. */
    @Scheduled(initialDelay = 3_600_000, fixedDelay = 3_600_000)
    void forget() {
        try {
            jdbc.sql(FORGET).update();
        } catch (DataAccessException away) {
            log.debug("Old answers not forgotten, trying again in an hour: {}", away.toString());
        }
    }

    private Optional<ResponseEntity<?>> find(String key, String actor, byte[] digest) {
        return jdbc.sql(FIND)
                .param("actor", actor)
                .param("key", key)
                .query(Stored.class)
                .optional()
                .map(stored -> {
                    if (!MessageDigest.isEqual(stored.request(), digest)) {
                        throw Problem.unprocessable(
                                "idempotency-key-reused",
                                "The Idempotency-Key '" + key
                                        + "' was already used for another request; use a new key for a new request.");
                    }
                    ResponseEntity.BodyBuilder answer = ResponseEntity.status(stored.status());
                    if (stored.location() != null) {
                        answer.header(HttpHeaders.LOCATION, stored.location());
                    }
                    if (stored.etag() != null) {
                        answer.header(HttpHeaders.ETAG, stored.etag());
                    }
                    answer.header("Idempotency-Replayed", "true");
                    return stored.body() == null
                            ? answer.build()
                            : answer.body(json.readValue(stored.body(), Map.class));
                });
    }

    private void store(String key, String actor, byte[] digest, ResponseEntity<?> answer) {
        batch.addRow(
                STORE,
                actor,
                key,
                digest,
                answer.getStatusCode().value(),
                answer.getHeaders().getFirst(HttpHeaders.LOCATION),
                answer.getHeaders().getFirst(HttpHeaders.ETAG),
                answer.getBody() == null ? null : json.writeValueAsString(answer.getBody()));
    }

    private byte[] digest(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
