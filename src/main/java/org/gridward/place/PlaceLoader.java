package org.gridward.place;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Set;
import org.gridward.platform.BinaryCopy;
import org.gridward.platform.Fault;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Problem;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Streams places into the store with binary COPY, in one transaction. */
@Component
class PlaceLoader {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Jurisdiction jurisdiction;

    PlaceLoader(JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper json, Jurisdiction jurisdiction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.jurisdiction = jurisdiction;
    }

    long load(Iterator<NewPlace> places, Set<String> kinds) {
        try {
            return transaction.execute(
                    status -> jdbc.execute((Connection connection) -> copy(connection, places, kinds)));
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict(
                    "place-exists",
                    "Nothing was stored: a code or token is there already. " + reason(taken)
                            + " Leave the row out or give it another code.");
        }
    }

    private long copy(Connection connection, Iterator<NewPlace> places, Set<String> kinds) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(
                connection, "place.places", "code", "kind", "name_zh", "name_en", "geom", "attributes", "raw")) {
            for (long index = 0; places.hasNext(); index++) {
                NewPlace place = places.next();
                check(place, kinds, index);
                copy.row()
                        .text(place.code())
                        .text(place.kind())
                        .text(place.nameZh())
                        .text(place.nameEn())
                        .point(place.lon(), place.lat())
                        .jsonb(json.writeValueAsString(place.attributes()))
                        .jsonb(place.raw() == null ? null : json.writeValueAsString(place.raw()));
            }
            return copy.finish();
        }
    }

    private void check(NewPlace place, Set<String> kinds, long index) {
        Problem problem = PlaceRules.check(place, kinds);
        if (problem != null) {
            throw problem.with("/" + index, Fault.UNREADABLE, "row " + index + ", code '" + place.code() + "'");
        }
        LonLatCheck.requireInside(place.lon(), place.lat(), jurisdiction.box(), "/" + index + "/lon");
    }

    /** What the store says of the row, such as "Key (code)=(S-1) already exists." */
    private static String reason(DuplicateKeyException taken) {
        return taken.getMostSpecificCause() instanceof PSQLException refusal
                        && refusal.getServerErrorMessage() != null
                        && refusal.getServerErrorMessage().getDetail() != null
                ? refusal.getServerErrorMessage().getDetail()
                : "";
    }
}
