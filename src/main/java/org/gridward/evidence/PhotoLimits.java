package org.gridward.evidence;

import java.util.Optional;
import java.util.UUID;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says whether a photo may be kept, before any file is written: one that is there is replaced by nobody. */
@Component
class PhotoLimits {

    private static final String COUNT = """
            SELECT count(*) FROM evidence.photos
            WHERE (incident_id = CAST(:incident AS uuid) OR held_id = CAST(:held AS uuid))""";
    private static final String WAITED_FOR = COUNT + " AND state = 'PENDING' AND id = :id";

    private final JdbcClient jdbc;

    PhotoLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param pending the id of a photo that was announced before and not kept, or null
     * @throws Problem 409 there are as many as are kept, or no photo of this owner is waited for under the id
     */
    void require(Owner owner, UUID pending, int most) {
        if (pending != null) {
            if (count(jdbc.sql(WAITED_FOR).param("id", pending), owner) == 0) {
                throw notWaitedFor(pending);
            }
        } else if (count(jdbc.sql(COUNT), owner) >= most) {
            throw Problem.conflict("too-many-photos", "There are " + most + " photos already; no more are kept.")
                    .saying("most", most);
        }
    }

    static Problem notWaitedFor(UUID id) {
        return Problem.conflict("photo-not-waited-for", "The photo '" + id + "' is no photo that is waited for.");
    }

    /** The photo of this owner with the same pixels of which the same was said: sent again, it is not kept twice. */
    Optional<UUID> same(Owner owner, NewPhoto said, String sha256) {
        JdbcClient.StatementSpec statement = jdbc.sql(Sql.of("evidence/find_same_photo"))
                .param("purpose", said.purpose().name())
                .param("sha256", sha256)
                .param("lon", said.lon())
                .param("lat", said.lat())
                .param("takenAt", said.takenAt() == null ? null : said.takenAt().toString());
        return of(owner, statement).query(UUID.class).optional();
    }

    private static long count(JdbcClient.StatementSpec statement, Owner owner) {
        return of(owner, statement).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec of(Owner owner, JdbcClient.StatementSpec statement) {
        boolean incident = owner.kind() == Owner.Kind.INCIDENT;
        return statement
                .param("incident", incident ? owner.id().toString() : null)
                .param("held", incident ? null : owner.id().toString());
    }
}
