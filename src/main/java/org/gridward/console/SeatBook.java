package org.gridward.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which consoles are open and what each shows. A console gives a sign of life every few seconds; one that gives none is gone. */
@Component
public class SeatBook {

    private static final int NAME_MOST = 64;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    SeatBook(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * A sign of life of a console: it shows this case now (null: none). The others are told when that has changed.
     *
     * @param seat a name that the console made for itself
     * @throws Problem 422 a name that is missing or too long
     */
    @Transactional
    public void sign(String seat, UUID incident, Actor actor) {
        if (seat == null || seat.isBlank() || seat.length() > NAME_MOST || seat.indexOf('\0') >= 0) {
            throw Problem.unprocessable("seat-name", "A console names itself with 1 to " + NAME_MOST + " characters.")
                    .with("/seat", Fault.length(1, NAME_MOST), "1 to " + NAME_MOST + " characters");
        }
        Optional<UUID> before = jdbc.sql(
                        "SELECT incident_id FROM console.seats WHERE holder = :holder AND seat = :seat")
                .param("holder", actor.name())
                .param("seat", seat)
                .query((row, n) -> Optional.ofNullable(row.getObject("incident_id", UUID.class)))
                .optional()
                .flatMap(shown -> shown);
        jdbc.sql(Sql.of("console/put_seat"))
                .param("holder", actor.name())
                .param("seat", seat)
                .param("incident", incident)
                .update();
        if (!Objects.equals(before.orElse(null), incident)) {
            Map<String, Object> payload = new LinkedHashMap<>();
            payload.put("holder", actor.name());
            payload.put("seat", seat);
            payload.put("incident", incident);
            outbox.append("PresenceChanged", actor.name(), payload);
        }
    }

    /** The consoles that gave a sign of life in the last minute. */
    public List<Seat> open() {
        return jdbc.sql(Sql.of("console/list_seats"))
                .param("seconds", ClaimDesk.STALE_SECONDS)
                .query((row, n) -> new Seat(
                        row.getString("holder"),
                        row.getString("seat"),
                        row.getObject("incident_id", UUID.class),
                        Instants.of(row, "opened_at"),
                        Instants.of(row, "seen_at")))
                .list();
    }
}
