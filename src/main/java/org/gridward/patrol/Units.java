package org.gridward.patrol;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.AuditTrail;
import org.gridward.access.CurrentUser;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.platform.VersionTag;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The patrol units and where each was last. */
@Component
public class Units {

    private static final int CODE_MOST = 80;
    private static final int NAME_MOST = 200;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentUser user;

    Units(JdbcClient jdbc, AuditTrail audit, CurrentUser user) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
    }

    /** Stores a unit, or changes the one with its code. @throws Problem 422 naming every value that is not acceptable */
    @Transactional
    public Unit save(Unit unit) {
        Unit stored = store(unit);
        audit.append(
                user.get(),
                "UNIT_SAVED",
                stored.code(),
                Map.of("gridCode", orEmpty(stored.gridCode()), "kind", stored.kind()));
        return stored;
    }

    /**
     * Stores a new unit, or changes the one with its code for who has read it; one that stands as it is sent stays.
     *
     * @param seen the version that was read, or null
     * @throws Problem 412 changed since, or there is none to change; 428 there is one and no version was sent; 422
     */
    @Transactional
    public UnitStatus save(Unit unit, Integer seen) {
        Unit wanted = named(unit);
        UnitStatus before = jdbc.sql("SELECT 1 FROM patrol.units WHERE code = :code FOR UPDATE")
                .param("code", wanted.code())
                .query(Integer.class)
                .optional()
                .flatMap(there -> find(wanted.code()))
                .orElse(null);
        if (before == null && seen != null) {
            throw Problem.stale("stale-unit", "There is no unit '" + wanted.code() + "' that could be changed.");
        }
        if (before != null && seen != null) {
            VersionTag.require(seen, before.version(), "unit", "stale-unit");
        }
        if (before != null && before.unit().equals(wanted)) {
            return before;
        }
        if (before != null && seen == null) {
            VersionTag.read(null, "unit", "stale-unit");
        }
        save(unit);
        return get(wanted.code());
    }

    /** Saves many units in one transaction. */
    @Transactional
    public void load(List<Unit> units) {
        units.forEach(this::store);
        audit.append(user.get(), "UNITS_LOADED", "units", Map.of("count", units.size()));
    }

    private Unit store(Unit unit) {
        Unit named = named(unit);
        jdbc.sql(Sql.of("patrol/upsert_unit"))
                .param("code", named.code())
                .param("nameZh", named.nameZh())
                .param("nameEn", named.nameEn())
                .param("gridCode", named.gridCode())
                .param("kind", named.kind().word())
                .update();
        return named;
    }

    /** A unit and its newest position. */
    public Optional<UnitStatus> find(String code) {
        return query("", code, null, 1).stream().findFirst();
    }

    /** As {@link #find}, or 404 {@code unknown-unit}. */
    public UnitStatus get(String code) {
        return find(code)
                .orElseThrow(() -> Problem.notFound(
                        "unknown-unit", "There is no unit '" + code + "'; GET /api/v1/units lists them."));
    }

    /**
     * Units in the order of their codes with their newest positions.
     *
     * @param gridCode the home grid, or empty for all
     * @param after the code to go on after, or empty for the first page
     */
    public List<UnitStatus> list(Optional<String> gridCode, Optional<String> after, int limit) {
        return query(after.orElse(""), null, gridCode.orElse(null), limit);
    }

    /** The key under which the log keeps a unit's fixes. */
    Optional<Integer> id(String code) {
        return jdbc.sql("SELECT id FROM patrol.units WHERE code = :code")
                .param("code", code)
                .query(Integer.class)
                .optional();
    }

    /** The key of a unit; one that nobody knows yet becomes known under its code. @throws Problem as {@link #save} */
    int idOrNew(String code) {
        return id(code).orElseGet(() -> {
            save(new Unit(code, code, code, null, UnitKind.OTHER));
            return id(code).orElseThrow();
        });
    }

    /** Every unit's key by its code, for bulk loads. */
    Map<String, Integer> ids() {
        Map<String, Integer> ids = new HashMap<>();
        jdbc.sql("SELECT code, id FROM patrol.units").query((ResultSet row) -> {
            ids.put(row.getString("code"), row.getInt("id"));
        });
        return ids;
    }

    private List<UnitStatus> query(String after, String code, String grid, int limit) {
        return jdbc.sql(Sql.of("patrol/list_units"))
                .param("after", after)
                .param("code", code)
                .param("grid", grid)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    private static final RowMapper<UnitStatus> ROW = (row, index) -> new UnitStatus(
            new Unit(
                    row.getString("code"),
                    row.getString("name_zh"),
                    row.getString("name_en"),
                    row.getString("grid_code"),
                    UnitKind.of(row.getString("kind"))),
            position(row),
            row.getInt("version"));

    private static Optional<UnitPosition> position(ResultSet row) throws SQLException {
        OffsetDateTime t = row.getObject("t", OffsetDateTime.class);
        if (t == null) {
            return Optional.empty();
        }
        return Optional.of(new UnitPosition(
                t.toInstant(),
                row.getDouble("lon"),
                row.getDouble("lat"),
                number(row, "accuracy_m"),
                number(row, "speed_mps"),
                row.getString("position_grid_code")));
    }

    static Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static void check(Unit unit) {
        Problem problem = Problem.unprocessable("unit-not-acceptable", "The unit cannot be stored as it is.");
        String code = unit.code() == null ? "" : unit.code();
        if (code.isBlank() || code.length() > CODE_MOST || code.indexOf('/') >= 0 || hasControl(code)) {
            problem.with(
                    "/code",
                    Fault.length(1, CODE_MOST),
                    "'" + unit.code() + "': give a code of 1 to " + CODE_MOST
                            + " characters, without slashes and control characters.");
        }
        if (unit.nameZh().length() > NAME_MOST || hasControl(unit.nameZh())) {
            problem.with(
                    "/nameZh",
                    Fault.atMost(NAME_MOST),
                    "Use at most " + NAME_MOST + " characters, no control characters.");
        }
        if (unit.nameEn().length() > NAME_MOST || hasControl(unit.nameEn())) {
            problem.with(
                    "/nameEn",
                    Fault.atMost(NAME_MOST),
                    "Use at most " + NAME_MOST + " characters, no control characters.");
        }
        if (unit.gridCode() != null && (unit.gridCode().length() > 64 || hasControl(unit.gridCode()))) {
            problem.with("/gridCode", Fault.atMost(64), "A grid code has at most 64 characters.");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static Unit named(Unit unit) {
        Unit named = new Unit(
                unit.code(), orEmpty(unit.nameZh()), orEmpty(unit.nameEn()), unit.gridCode(), orFoot(unit.kind()));
        check(named);
        return named;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static UnitKind orFoot(UnitKind kind) {
        return kind == null ? UnitKind.FOOT : kind;
    }
}
