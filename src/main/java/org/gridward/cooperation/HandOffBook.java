package org.gridward.cooperation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores and reads hand-offs to bodies outside. */
@Component
public class HandOffBook {

    private final JdbcClient jdbc;

    HandOffBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest hand-offs; null does not narrow. */
    public List<HandOff> list(UUID incident, Boolean open, UUID before, int rows) {
        return query(null, incident, open, before, rows);
    }

    /** @throws Problem 404 {@code unknown-hand-off} */
    public HandOff get(UUID id) {
        return query(id, null, null, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-hand-off", "There is no hand-off " + id + "."));
    }

    HandOff lock(UUID id) {
        jdbc.sql("SELECT id FROM cooperation.hand_offs WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .list();
        return get(id);
    }

    HandOff insert(UUID incident, String number, HandOff.Handing handing, Instant at, Instant now, String by) {
        UUID id = Ids.next();
        try {
            jdbc.sql(Sql.of("cooperation/insert_hand_off"))
                    .param("id", id)
                    .param("incident", incident)
                    .param("number", number)
                    .param("department", handing.department())
                    .param("reference", Given.text(handing.reference(), "/reference", 100))
                    .param("note", Given.optional(handing.note(), "/note", Given.TEXT))
                    .param("pauses", handing.pauses())
                    .param("by", by)
                    .param("at", time(at))
                    .param(
                            "expectedBy",
                            handing.expectedBy() == null
                                    ? null
                                    : time(Given.later(handing.expectedBy(), now, "/expectedBy")))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw Problem.conflict(
                    "reference-taken",
                    "Incident " + number + " was handed to " + handing.department() + " under " + handing.reference()
                            + " already.");
        }
        return get(id);
    }

    HandOff post(UUID id, String text, Instant expectedBy, Instant at, String by) {
        jdbc.sql("""
                        INSERT INTO cooperation.hand_off_posts (id, hand_off_id, at, text, expected_by, posted_by)
                        VALUES (:id, :of, :at, :text, :expectedBy::timestamptz, :by)""")
                .param("id", Ids.next())
                .param("of", id)
                .param("at", time(at))
                .param("text", text)
                .param("expectedBy", time(expectedBy))
                .param("by", by)
                .update();
        jdbc.sql("""
                        UPDATE cooperation.hand_offs
                        SET expected_by = coalesce(:expectedBy::timestamptz, expected_by), version = version + 1
                        WHERE id = :id""").param("expectedBy", time(expectedBy)).param("id", id).update();
        return get(id);
    }

    HandOff restore(UUID id, Instant at, String cause, String object) {
        jdbc.sql("""
                        UPDATE cooperation.hand_offs
                        SET restored_at = :at, cause = :cause, object = :object::text, version = version + 1
                        WHERE id = :id""")
                .param("at", time(at))
                .param("cause", cause)
                .param("object", object)
                .param("id", id)
                .update();
        return get(id);
    }

    private List<HandOff> query(UUID id, UUID incident, Boolean open, UUID before, int rows) {
        return jdbc.sql(Sql.of("cooperation/list_hand_offs"))
                .param("id", id)
                .param("incident", incident)
                .param("open", open)
                .param("before", before)
                .param("rows", rows)
                .query(HandOff.class)
                .list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
