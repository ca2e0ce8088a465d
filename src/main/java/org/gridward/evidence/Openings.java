package org.gridward.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.access.Ground;
import org.gridward.place.Place;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens shops with open eyes: what the premises went through before is shown at registration, five departments look, a card
 * says what to mind, and only then is the shop open.
 */
@Component
public class Openings {

    private static final List<String> DEPARTMENTS =
            List.of("market_supervision", "urban_enforcement", "ecology", "fire_rescue", "housing");
    private static final String[] COMPLAINTS = {
        "cooking_fume", "noise", "dirty_water", "sewage", "street_occupation", "exposed_rubbish", "neighbour_dispute"
    };
    private static final Set<String> RESULTS = Set.of("PASSED", "CONDITION", "REFUSED");
    private static final double REACH_METERS = 25;
    private static final int RISK_FROM = 3;
    private static final long DAYS = 5 * 365;
    private static final TypeReference<List<Opening.PastCase>> CASES = new TypeReference<>() {};
    private static final String REGISTER = """
            INSERT INTO evidence.openings (id, place_code, state, cases, risk, registered_by)
            VALUES (:id, :place, 'REGISTERED', CAST(:cases AS jsonb), :risk, :actor) ON CONFLICT DO NOTHING""";
    private static final String CHECKLIST =
            "INSERT INTO evidence.opening_checks (opening_id, department, ordinal) VALUES (:id, :department, :ordinal)";
    private static final String LOCK =
            "SELECT *, cases::text AS cases FROM evidence.openings WHERE id = :id FOR UPDATE";
    private static final String CHECKS = """
            SELECT department, result, note, actor, at FROM evidence.opening_checks
            WHERE opening_id = :id ORDER BY ordinal""";
    private static final String CHECK = """
            UPDATE evidence.opening_checks SET result = :result, note = :note, actor = :actor, at = clock_timestamp()
            WHERE opening_id = :id AND department = :department""";
    private static final String TOUCH = "UPDATE evidence.openings SET version = version + 1 WHERE id = :id";
    private static final String MOVE = """
            UPDATE evidence.openings SET state = :state, card = coalesce(card, :card), version = version + 1,
            opened_at = CASE WHEN :state = 'OPEN' THEN clock_timestamp() END WHERE id = :id""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Places places;
    private final Ground ground;
    private final AuditTrail audit;
    private final Clock clock;

    Openings(JdbcClient jdbc, JsonMapper json, Places places, Ground ground, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.places = places;
        this.ground = ground;
        this.audit = audit;
        this.clock = clock;
    }

    /** The complaints of five years within 25 m of a place. @throws Problem 404 no such place */
    public List<Opening.PastCase> history(String placeCode) {
        Place place = places.get(placeCode);
        return jdbc.sql(Sql.of("evidence/list_past_cases"))
                .param("lon", place.lon())
                .param("lat", place.lat())
                .param("meters", REACH_METERS)
                .param("categories", COMPLAINTS)
                .param("since", clock.instant().minus(DAYS, ChronoUnit.DAYS).toString())
                .query((row, n) -> new Opening.PastCase(
                        row.getString("number"),
                        row.getString("category"),
                        row.getString("state"),
                        Photos.instant(row, "reported_at")))
                .list();
    }

    /** Whether so many cases are a risk to name. */
    public boolean isRisk(int cases) {
        return cases >= RISK_FROM;
    }

    /**
     * Registers a shop that is to be opened.
     *
     * @throws Problem 404 no such place, 403 it lies elsewhere, 409 it is being opened already
     */
    @Transactional
    public Opening register(String placeCode, Actor actor) {
        List<Opening.PastCase> cases = history(placeCode == null ? "" : placeCode);
        requireInside(placeCode, actor);
        UUID id = Ids.next();
        int stored = jdbc.sql(REGISTER)
                .param("id", id)
                .param("place", placeCode)
                .param("cases", json.writeValueAsString(cases))
                .param("risk", isRisk(cases.size()))
                .param("actor", actor.name())
                .update();
        if (stored == 0) {
            throw Problem.conflict("opening-runs", "'" + placeCode + "' is being opened already; go on with that.");
        }
        for (int i = 0; i < DEPARTMENTS.size(); i++) {
            jdbc.sql(CHECKLIST)
                    .param("id", id)
                    .param("department", DEPARTMENTS.get(i))
                    .param("ordinal", i)
                    .update();
        }
        audit.append(actor, "OPENING_REGISTERED", placeCode, Map.of("opening", id, "cases", cases.size()));
        return find(id);
    }

    /** @throws Problem 404, 403 it lies elsewhere */
    @Transactional
    public Opening get(UUID id, Actor actor) {
        Opening opening = find(id);
        requireInside(opening.placeCode(), actor);
        return opening;
    }

    private void requireInside(String placeCode, Actor actor) {
        Place place = places.get(placeCode);
        Ground.require(ground.holds(actor, place.lon(), place.lat()), actor, "The place '" + placeCode + "'");
    }

    private Opening find(UUID id) {
        return jdbc.sql(LOCK)
                .param("id", id)
                .query(this::opening)
                .optional()
                .orElseThrow(() -> Problem.notFound("unknown-opening", "There is no opening '" + id + "'."));
    }

    /** Those on the ground of who asks: not open yet before the others, the latest first; {@code after} null: from the first. */
    @Transactional
    public List<Opening> list(UUID after, int limit, Actor actor) {
        return jdbc.sql(Sql.of("evidence/list_openings"))
                .param("ground", ground.of(actor))
                .param("after", after)
                .param("limit", limit)
                .query(this::opening)
                .list();
    }

    /**
     * What a department found.
     *
     * @throws Problem 404, 412 changed since, 409 after the card, 422 an unknown department or result
     */
    @Transactional
    public Opening check(UUID id, String department, String result, String note, int seen, Actor actor) {
        Opening opening = seen(id, seen, actor);
        require(opening, Opening.State.REGISTERED, "check");
        if (!DEPARTMENTS.contains(department) || !RESULTS.contains(String.valueOf(result))) {
            throw Problem.unprocessable(
                            "check", "Send one of " + DEPARTMENTS + " and one of PASSED, CONDITION, REFUSED.")
                    .with("/department", Fault.UNKNOWN, "unknown, or the result is");
        }
        if (!"PASSED".equals(result) && (note == null || note.isBlank())) {
            throw Problem.unprocessable("check", result + " needs a note that says what to do.")
                    .with("/note", Fault.MISSING, "missing");
        }
        jdbc.sql(CHECK)
                .param("result", result)
                .param("note", note)
                .param("actor", actor.name())
                .param("id", id)
                .param("department", department)
                .update();
        jdbc.sql(TOUCH).param("id", id).update();
        return find(id);
    }

    /**
     * Issues the card that says what to mind there.
     *
     * @throws Problem 404, 412 changed since, 409 while a department has not looked or refuses
     */
    @Transactional
    public Opening issueCard(UUID id, int seen, Actor actor) {
        Opening opening = seen(id, seen, actor);
        require(opening, Opening.State.REGISTERED, "card");
        List<String> missing = opening.checks().stream()
                .filter(check -> check.result() == null || check.result().equals("REFUSED"))
                .map(Opening.Check::department)
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.conflict("checklist-open", "These have not looked yet, or refuse: " + missing + ".");
        }
        move(
                id,
                Opening.State.CARD_ISSUED,
                "CARD-" + id.toString().substring(24).toUpperCase(java.util.Locale.ROOT));
        audit.append(actor, "OPENING_CARD", opening.placeCode(), Map.of("opening", id));
        return find(id);
    }

    /** The shop is open now. @throws Problem 404, 412 changed since, 409 without a card */
    @Transactional
    public Opening open(UUID id, int seen, Actor actor) {
        Opening opening = seen(id, seen, actor);
        require(opening, Opening.State.CARD_ISSUED, "open");
        move(id, Opening.State.OPEN, null);
        audit.append(actor, "OPENING_OPEN", opening.placeCode(), Map.of("opening", id));
        return find(id);
    }

    private Opening seen(UUID id, int seen, Actor actor) {
        Opening opening = get(id, actor);
        VersionTag.require(seen, opening.version(), "opening", "stale-opening");
        return opening;
    }

    private void move(UUID id, Opening.State state, String card) {
        jdbc.sql(MOVE)
                .param("state", state.name())
                .param("card", card, java.sql.Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private static void require(Opening opening, Opening.State state, String what) {
        if (opening.state() != state) {
            throw Problem.conflict(
                    "opening-state",
                    "The opening of '" + opening.placeCode() + "' is " + opening.state() + "; '" + what + "' needs "
                            + state + ".");
        }
    }

    private Opening opening(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant opened = Photos.instant(row, "opened_at");
        return new Opening(
                id,
                row.getString("place_code"),
                Opening.State.valueOf(row.getString("state")),
                row.getBoolean("risk"),
                json.readValue(row.getString("cases"), CASES),
                jdbc.sql(CHECKS)
                        .param("id", id)
                        .query((check, n) -> new Opening.Check(
                                check.getString("department"),
                                check.getString("result"),
                                check.getString("note"),
                                check.getString("actor"),
                                Photos.instant(check, "at")))
                        .list(),
                row.getString("card"),
                Photos.instant(row, "registered_at"),
                opened,
                row.getInt("version"));
    }
}
