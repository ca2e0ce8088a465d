package org.gridward.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.incident.CaseFile;
import org.gridward.incident.IncidentChanged;
import org.gridward.incident.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works on which case. A claim locks nothing: it tells the others. It is stale when its holder has given no sign for
 * {@link #STALE_SECONDS}; after a grace of {@link #GRACE_SECONDS} more somebody else may take it over. All by the clock of the
 * database.
 */
@Component
public class ClaimDesk {

    static final int STALE_SECONDS = 60;
    static final int GRACE_SECONDS = 15;

    private final JdbcClient jdbc;
    private final CaseFile cases;
    private final Outbox outbox;
    private final AuditTrail audit;

    ClaimDesk(JdbcClient jdbc, CaseFile cases, Outbox outbox, AuditTrail audit) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Every claim whose holder gave a sign in the last twelve hours. */
    public List<Claim> all() {
        return jdbc.sql(Sql.of("console/list_claims")).query(ClaimDesk::claim).list();
    }

    /**
     * Claims a case, or takes over a claim whose holder is not there any more. One's own claim stays as it is.
     *
     * @throws Problem 404, 403 outside the jurisdiction, 409 {@code incident-closed}, or {@code claim-held} with holder and times
     */
    @Transactional
    public Claim claim(UUID incident, Actor actor) {
        Standing standing = cases.hold(incident, actor);
        Optional<Claim> before = find(incident);
        int taken = jdbc.sql(Sql.of("console/put_claim"))
                .param("incident", incident)
                .param("number", standing.number())
                .param("holder", actor.name())
                .param("seconds", STALE_SECONDS + GRACE_SECONDS)
                .update();
        Claim claim = find(incident).orElseThrow();
        if (taken == 0) {
            throw held(claim);
        }
        if (!before.map(Claim::holder).equals(Optional.of(actor.name()))) {
            tell(claim.incident(), claim.number(), claim, before.orElse(null));
            before.ifPresent(lost -> audit.append(
                    actor.name(),
                    "CLAIM_TAKEN_OVER",
                    incident.toString(),
                    Map.of("number", claim.number(), "from", lost.holder())));
        }
        return claim;
    }

    /**
     * Gives a claim back; nothing happens where there is none.
     *
     * @throws Problem 409 {@code claim-held} by somebody else
     */
    @Transactional
    public void release(UUID incident, Actor actor) {
        Optional<Claim> before = find(incident);
        before.filter(claim -> !claim.holder().equals(actor.name())).ifPresent(claim -> {
            throw held(claim);
        });
        before.ifPresent(claim -> {
            delete(incident);
            tell(incident, claim.number(), null, claim);
        });
    }

    /** Nobody works on what is over. */
    @EventListener
    void on(IncidentChanged change) {
        if (change.to().isOver()) {
            delete(change.id());
        }
    }

    private void delete(UUID incident) {
        jdbc.sql("DELETE FROM console.claims WHERE incident_id = :incident")
                .param("incident", incident)
                .update();
    }

    private Optional<Claim> find(UUID incident) {
        return jdbc.sql(Sql.of("console/find_claim"))
                .param("incident", incident)
                .query(ClaimDesk::claim)
                .optional();
    }

    private static Problem held(Claim claim) {
        return Problem.conflict(
                        "claim-held",
                        claim.holder() + " has been working on incident " + claim.number() + " since "
                                + claim.claimedAt() + "; it can be taken over " + (STALE_SECONDS + GRACE_SECONDS)
                                + " s after the last sign of them"
                                + (claim.seenAt() == null ? "." : ", which was at " + claim.seenAt() + "."))
                .saying("holder", claim.holder())
                .with(
                        "",
                        Fault.HELD,
                        "held by " + claim.holder(),
                        null,
                        Map.of("holder", claim.holder(), "claimedAt", claim.claimedAt()));
    }

    private void tell(UUID incident, String number, Claim now, Claim before) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("incident", incident);
        payload.put("number", number);
        payload.put("holder", now == null ? null : now.holder());
        payload.put("claimedAt", now == null ? null : now.claimedAt());
        payload.put("before", before == null ? null : before.holder());
        outbox.append("ClaimChanged", incident.toString(), payload);
    }

    private static Claim claim(ResultSet row, int n) throws SQLException {
        return new Claim(
                row.getObject("incident_id", UUID.class),
                row.getString("number"),
                row.getString("holder"),
                Instants.of(row, "claimed_at"),
                Instants.of(row, "seen_at"),
                row.getString("taken_from"));
    }
}
