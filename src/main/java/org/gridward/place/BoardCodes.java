package org.gridward.place;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.AuditTrail;
import org.gridward.place.CodeFound.Standing;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues the signed codes that hang at places and says what a scanned text is. Unsigned tokens (attribute {@code token})
 * stay good until a signed code replaces them.
 */
@Component
public class BoardCodes {

    private static final int TEXT_MOST = 80;
    private static final String OF_PLACE = """
            SELECT serial, place_code, issued_at, issued_by, replaced_at, reason
            FROM place.codes WHERE place_code = :place ORDER BY serial DESC""";
    private static final String REPLACE = """
            UPDATE place.codes SET replaced_at = clock_timestamp(), reason = :reason
            WHERE place_code = :place AND replaced_at IS NULL""";
    private static final String RETIRE = """
            INSERT INTO place.retired_tokens (token, place_code, reason)
            SELECT token, code, :reason FROM place.places WHERE code = :place AND token IS NOT NULL
            ON CONFLICT DO NOTHING""";
    private static final String ISSUE = """
            INSERT INTO place.codes (place_code, issued_by) VALUES (:place, :actor)
            RETURNING serial, place_code, issued_at, issued_by, replaced_at, reason""";
    private static final String MAKE_KEY =
            "INSERT INTO place.signing_keys (id, secret) VALUES (1, :secret) ON CONFLICT DO NOTHING";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private volatile CodeSigner signer;

    BoardCodes(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What a scanned text is: one look-up, none for a forged one. */
    public CodeFound find(String text) {
        if (text == null || text.isBlank() || text.length() > TEXT_MOST || text.indexOf('\0') >= 0) {
            return CodeFound.nothing(Standing.UNKNOWN);
        }
        if (!CodeSigner.hasForm(text)) {
            return look("place/find_by_token", "token", text);
        }
        Optional<Long> serial = signer().read(text);
        return serial.isEmpty()
                ? CodeFound.nothing(Standing.FORGED)
                : look("place/find_by_code", "serial", serial.get());
    }

    /** The codes of a place, the newest first; none for a place without. */
    public List<BoardCode> list(String placeCode) {
        return jdbc.sql(OF_PLACE).param("place", placeCode).query(this::code).list();
    }

    /**
     * Issues a code for a place; the one before, and an unsigned token, count as replaced from now on.
     *
     * @param reason why the old one is replaced; needed where there is one
     * @throws Problem 404 no such place, 422 no reason for a replacement
     */
    @Transactional
    public BoardCode issue(String placeCode, String reason, String actor) {
        String known = jdbc.sql("SELECT code FROM place.places WHERE code = :code FOR NO KEY UPDATE")
                .param("code", placeCode)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("unknown-place", "There is no place '" + placeCode + "'."));
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && (why.length() > 400 || why.indexOf('\0') >= 0)) {
            throw Problem.unprocessable("reason", "The reason has " + why.length() + " characters; send 1 to 400.")
                    .with("/reason", Fault.length(1, 400), "1 to 400 characters");
        }
        int replaced = jdbc.sql(REPLACE)
                        .param("reason", why)
                        .param("place", known)
                        .update()
                + jdbc.sql(RETIRE).param("reason", why).param("place", known).update();
        if (replaced > 0 && why == null) {
            throw Problem.unprocessable(
                            "reason", "'" + known + "' has a code already; say why it is replaced in \"reason\".")
                    .with("/reason", Fault.MISSING, "missing");
        }
        BoardCode issued = jdbc.sql(ISSUE)
                .param("place", known)
                .param("actor", actor)
                .query(this::code)
                .single();
        audit.append(actor, "CODE_ISSUED", known, Map.of("replaced", replaced, "reason", why == null ? "" : why));
        return issued;
    }

    private CodeFound look(String statement, String name, Object value) {
        return jdbc.sql(Sql.of(statement))
                .param(name, value)
                .query((row, n) -> {
                    PlaceSpot spot = new PlaceSpot(
                            row.getString("code"),
                            row.getString("name_zh"),
                            row.getString("name_en"),
                            row.getDouble("lon"),
                            row.getDouble("lat"));
                    boolean replaced = row.getObject("replaced_at") != null;
                    return new CodeFound(
                            replaced ? Standing.REPLACED : Standing.IN_FORCE,
                            Optional.of(spot),
                            row.getString("reason"));
                })
                .optional()
                .orElseGet(() -> CodeFound.nothing(Standing.UNKNOWN));
    }

    private BoardCode code(ResultSet row, int number) throws SQLException {
        OffsetDateTime replaced = row.getObject("replaced_at", OffsetDateTime.class);
        return new BoardCode(
                signer().write(row.getLong("serial")),
                row.getString("place_code"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"),
                replaced == null ? null : replaced.toInstant(),
                row.getString("reason"));
    }

    /** Made at first use; of several servers that make one at once, all use the first. */
    private CodeSigner signer() {
        if (signer == null) {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            jdbc.sql(MAKE_KEY).param("secret", secret).update();
            signer = new CodeSigner(jdbc.sql("SELECT secret FROM place.signing_keys")
                    .query(byte[].class)
                    .single());
        }
        return signer;
    }
}
