package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.gridward.GridwardIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@GridwardIT
class IdempotencyIT {

    @Autowired
    Idempotency idempotency;

    @Autowired
    JdbcClient jdbc;

    @Test
    void answersTheStoredResultToTheSameRequestAndRefusesAnother() {
        Supplier<ResponseEntity<?>> effect = () -> ResponseEntity.status(201).body(Map.of("n", 1));
        idempotency.once("k-1", "actor", "request", effect);
        ResponseEntity<?> again = idempotency.once("k-1", "actor", "request", () -> {
            throw new IllegalStateException("ran twice");
        });
        assertThat(again.getStatusCode().value()).isEqualTo(201);
        assertThat(again.getBody()).isEqualTo(Map.of("n", 1));
        assertThatThrownBy(() -> idempotency.once("k-1", "actor", "other", effect))
                .isInstanceOf(Problem.class);
        assertThat(idempotency.once("k-1", "other actor", "other", effect).getHeaders())
                .doesNotMatch(headers -> headers.containsHeader("Idempotency-Replayed"));
    }

    @Test
    void answersTheStoredResultToARetryThatWasRefusedBecauseTheFirstWonTheRace() {
        ResponseEntity<?> retry = idempotency.once("k-2", "actor", "request", () -> {
            CompletableFuture.runAsync(
                            () -> idempotency.once("k-2", "actor", "request", () -> ResponseEntity.status(201)
                                    .body(Map.of("n", 2))))
                    .join();
            throw Problem.conflict("exists", "It is there already.");
        });
        assertThat(retry.getStatusCode().value()).isEqualTo(201);
        assertThat(retry.getBody()).isEqualTo(Map.of("n", 2));
    }

    @Test
    void takesEffectOnceWhenTwoRunAtTheSameTime() {
        ResponseEntity<?> second = idempotency.once("k-3", "actor", "request", () -> {
            CompletableFuture.runAsync(
                            () -> idempotency.once("k-3", "actor", "request", () -> ResponseEntity.status(201)
                                    .body(Map.of("n", "first"))))
                    .join();
            return ResponseEntity.status(201).body(Map.of("n", "second"));
        });
        assertThat(second.getBody()).isEqualTo(Map.of("n", "first"));
    }

    @Test
    void storesNothingForARefusalSoThatAMendedRetryMayUseTheKey() {
        assertThatThrownBy(() -> idempotency.once("k-4", "actor", "request", () -> {
                    throw Problem.conflict("exists", "No.");
                }))
                .hasMessage("No.");
        assertThat(idempotency
                        .once("k-4", "actor", "mended", () -> ResponseEntity.ok(Map.of("n", 4)))
                        .getBody())
                .isEqualTo(Map.of("n", 4));
    }

    @Test
    void forgetsAnswersAfterAWeek() {
        idempotency.once("k-old", "actor", "request", () -> ResponseEntity.ok(Map.of()));
        idempotency.once("k-new", "actor", "request", () -> ResponseEntity.ok(Map.of()));
        jdbc.sql("UPDATE platform.idempotency_keys SET created_at = now() - interval '8 days' WHERE key = 'k-old'")
                .update();
        idempotency.forget();
        assertThat(jdbc.sql("SELECT key FROM platform.idempotency_keys WHERE key IN ('k-old', 'k-new')")
                        .query(String.class)
                        .list())
                .containsExactly("k-new");
    }
}
