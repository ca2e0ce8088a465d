package org.gridward.dispatch.cover;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.gridward.platform.Outbox;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells each void once when it opens and once when it is filled, however many servers look. */
@Component
class VoidWatch {

    private static final Logger log = LoggerFactory.getLogger(VoidWatch.class);

    private final JdbcClient jdbc;
    private final Cover cover;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VoidWatch(JdbcClient jdbc, Cover cover, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.cover = cover;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 8_000, fixedDelay = 15_000)
    void look() {
        try {
            sweep();
        } catch (DataAccessException | TransactionException away) {
            log.debug("Voids not looked at: {}", away.toString());
        }
    }

    void sweep() {
        List<CoverVoid> now = cover.now();
        transaction.executeWithoutResult(status -> {
            now.forEach(this::open);
            jdbc.sql(Sql.of("dispatch/close_voids"))
                    .param("rules", texts(now, found -> found.ruleId().toString()))
                    .param("layers", texts(now, CoverVoid::layer))
                    .param("gridCodes", texts(now, CoverVoid::gridCode))
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, n) -> Map.<String, Object>of(
                            "ruleId", row.getObject("rule_id", UUID.class),
                            "layer", row.getString("layer"),
                            "gridCode", row.getString("grid_code")))
                    .list()
                    .forEach(filled ->
                            outbox.append("VoidFilled", filled.get("gridCode").toString(), filled));
        });
    }

    private void open(CoverVoid found) {
        boolean fresh = jdbc.sql(Sql.of("dispatch/open_void"))
                .param("rule", found.ruleId())
                .param("layer", found.layer())
                .param("gridCode", found.gridCode())
                .param("emptySince", found.from().atOffset(ZoneOffset.UTC))
                .param("filledBy", found.until() == null ? null : found.until().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .isPresent();
        if (fresh) {
            Map<String, Object> payload = new HashMap<>();
            payload.put("ruleId", found.ruleId());
            payload.put("layer", found.layer());
            payload.put("gridCode", found.gridCode());
            payload.put("gridName", found.gridName());
            payload.put("role", found.role());
            payload.put("unitKind", found.unitKind());
            payload.put("until", found.until());
            payload.put("reasons", found.reasons());
            outbox.append("VoidOpened", found.gridCode(), payload);
        }
    }

    private static String[] texts(List<CoverVoid> of, Function<CoverVoid, String> field) {
        return of.stream().map(field).toArray(String[]::new);
    }
}
