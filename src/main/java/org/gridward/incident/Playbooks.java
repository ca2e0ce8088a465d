package org.gridward.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The procedures that are offered at triage, the latest version of each in memory. */
@Component
public class Playbooks {

    private static final Logger log = LoggerFactory.getLogger(Playbooks.class);
    private static final TypeReference<List<Playbook.Step>> STEPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile Map<String, Playbook> held;

    Playbooks(JdbcClient jdbc, JsonMapper json, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The latest version of each, in the order of the codes. */
    public List<Playbook> list() {
        return List.copyOf(held().values());
    }

    /** The latest version. */
    public Optional<Playbook> find(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(held().get(code));
    }

    /** What is offered where the category is the matter; null: nothing. */
    Playbook offered(Category category) {
        return category == null ? null : find(category.playbook()).orElse(null);
    }

    /** @throws Problem 422 naming every member that cannot be taken, or a source case that there is none of */
    @Transactional
    public Playbook add(NewPlaybook wanted, String actor) {
        PlaybookRules.check(wanted);
        Playbook stored = jdbc.sql(Sql.of("incident/insert_playbook"))
                .param("code", wanted.code())
                .param("titleZh", wanted.titleZh().strip())
                .param("titleEn", wanted.titleEn().strip())
                .param("steps", json.writeValueAsString(wanted.steps()))
                .param("sourceCase", wanted.sourceCase())
                .param("madeBy", actor)
                .param("madeAt", java.sql.Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .query(this::row)
                .optional()
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-incident", "There is no incident " + wanted.sourceCase() + " to learn from.")
                        .with("/sourceCase", Fault.UNKNOWN, "unknown incident"));
        audit.append(actor, "PLAYBOOK_WRITTEN", stored.code(), Map.of("version", stored.version()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                held = null;
            }
        });
        return stored;
    }

    /** Another server may have written one. */
    @Scheduled(fixedDelay = 10_000)
    void look() {
        try {
            held = held == null ? null : read();
        } catch (DataAccessException away) {
            log.debug("Playbooks not looked at: {}", away.toString());
        }
    }

    private Map<String, Playbook> held() {
        Map<String, Playbook> known = held;
        if (known == null) {
            known = read();
            held = known;
        }
        return known;
    }

    private Map<String, Playbook> read() {
        Map<String, Playbook> fresh = new LinkedHashMap<>();
        jdbc.sql(Sql.of("incident/list_playbooks"))
                .query(this::row)
                .list()
                .forEach(playbook -> fresh.put(playbook.code(), playbook));
        return fresh;
    }

    private Playbook row(ResultSet row, int n) throws SQLException {
        return new Playbook(
                row.getString("code"),
                row.getInt("version"),
                row.getString("title_zh"),
                row.getString("title_en"),
                json.readValue(row.getString("steps"), STEPS),
                row.getObject("source_case", UUID.class),
                row.getString("made_by"),
                Instants.of(row, "made_at"));
    }
}
