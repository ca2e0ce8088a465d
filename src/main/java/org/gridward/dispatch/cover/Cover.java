package org.gridward.dispatch.cover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.patrol.UnitStatus;
import org.gridward.patrol.Units;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.DutyTimes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the voids: from memory for members on duty, now and hours ahead; by the newest positions for units, now. */
@Component
public class Cover {

    static final Duration POSITION_AGE = Duration.ofSeconds(1_800);
    private static final int UNITS_MOST = 10_000;

    private final CoverRules rules;
    private final GridMap gridMap;
    private final DutyRoster roster;
    private final DutyTimes times;
    private final Units units;
    private final Clock clock;
    private final ZoneId zone;

    Cover(
            CoverRules rules,
            GridMap gridMap,
            DutyRoster roster,
            DutyTimes times,
            Units units,
            Clock clock,
            @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.rules = rules;
        this.gridMap = gridMap;
        this.roster = roster;
        this.times = times;
        this.units = units;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The voids of the hours from an instant on, the first first; {@code layer} null: of every layer. Of units only the newest
     * positions are known here, so nothing is said of them for an instant longer past than a position is good for.
     */
    public List<CoverVoid> voids(String layer, Instant from, Duration ahead) {
        List<CoverVoid> found = new ArrayList<>();
        List<CoverRule> asked = rules.list().stream()
                .filter(rule -> layer == null || rule.layer().equals(layer))
                .filter(rule -> rule.unitKind().isEmpty()
                        || !from.isBefore(clock.instant().minus(POSITION_AGE)))
                .toList();
        List<UnitStatus> standing =
                asked.stream().anyMatch(rule -> !rule.unitKind().isEmpty())
                        ? units.list(Optional.empty(), Optional.empty(), UNITS_MOST)
                        : List.of();
        for (CoverRule rule : asked) {
            LayerMap map =
                    gridMap.layers().stream().anyMatch(known -> known.code().equals(rule.layer()))
                            ? gridMap.find(rule.layer(), from, null).orElse(null)
                            : null;
            if (map != null) {
                for (String code : new TreeSet<>(map.codes())) {
                    if (rule.gridCode().isEmpty() || rule.gridCode().equals(code)) {
                        if (rule.unitKind().isEmpty()) {
                            ofMembers(rule, map, code, from, from.plus(ahead), found);
                        } else {
                            ofUnits(rule, map, code, from, standing, found);
                        }
                    }
                }
            }
        }
        found.sort(java.util.Comparator.comparing(CoverVoid::from)
                .thenComparing(CoverVoid::layer)
                .thenComparing(CoverVoid::gridCode));
        return found;
    }

    /** Those of this very moment. */
    List<CoverVoid> now() {
        return voids(null, clock.instant(), Duration.ofHours(24)).stream()
                .filter(CoverVoid::now)
                .toList();
    }

    private void ofMembers(CoverRule rule, LayerMap map, String code, Instant from, Instant to, List<CoverVoid> found) {
        SortedSet<Instant> changes = times.changes(rule.layer(), code, from, to);
        if (rule.minutes() < 1_440 || rule.days().size() < 7) {
            LocalDate last = to.atZone(zone).toLocalDate();
            for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
                    !day.isAfter(last);
                    day = day.plusDays(1)) {
                Instant begins = rule.from(day, zone);
                changes.add(begins);
                changes.add(begins.plusSeconds(60L * rule.minutes()));
            }
        }
        changes.removeIf(at -> !at.isAfter(from) || !at.isBefore(to));
        CoverVoid open = voidAt(rule, map, code, from, from);
        for (Instant at : changes) {
            CoverVoid here = voidAt(rule, map, code, at, from);
            if (open != null && here == null) {
                found.add(until(open, at));
            }
            open = here == null ? null : open == null ? here : open;
        }
        if (open != null) {
            found.add(open);
        }
    }

    /** The void at an instant, without its end; null where enough are there. */
    private CoverVoid voidAt(CoverRule rule, LayerMap map, String code, Instant at, Instant asked) {
        if (!rule.asksAt(at, zone)) {
            return null;
        }
        List<DutyRoster.OnDuty> members = roster.onDuty(rule.layer(), code, at, null).stream()
                .filter(one -> rule.role().isEmpty() || one.member().role().equals(rule.role()))
                .toList();
        int present = (int) members.stream()
                .filter(one -> one.state().equals("ON_DUTY") || one.deputy() != null)
                .count();
        if (present >= rule.least()) {
            return null;
        }
        List<String> reasons = members.isEmpty()
                ? List.of(
                        roster.teamsOf(code, at, null).stream()
                                        .anyMatch(team -> team.layer().equals(rule.layer()))
                                ? "VACANT"
                                : "NO_TEAM")
                : members.stream()
                        .map(DutyRoster.OnDuty::state)
                        .filter(state -> !state.equals("ON_DUTY"))
                        .distinct()
                        .toList();
        return found(rule, map, code, present, at, null, at.equals(asked), reasons);
    }

    private void ofUnits(
            CoverRule rule, LayerMap map, String code, Instant from, List<UnitStatus> standing, List<CoverVoid> found) {
        if (!rule.asksAt(from, zone)) {
            return;
        }
        int fresh = 0;
        boolean old = false;
        for (UnitStatus status : standing) {
            var position = status.position().orElse(null);
            if (position != null
                    && status.unit().kind().word().equals(rule.unitKind())
                    && map.owner(position.lon(), position.lat())
                            .filter(code::equals)
                            .isPresent()) {
                boolean stale = position.t().isBefore(from.minus(POSITION_AGE));
                fresh += stale ? 0 : 1;
                old |= stale;
            }
        }
        if (fresh < rule.least()) {
            found.add(found(rule, map, code, fresh, from, null, true, List.of(old ? "POSITIONS_TOO_OLD" : "NO_UNIT")));
        }
    }

    private static CoverVoid found(
            CoverRule rule,
            LayerMap map,
            String code,
            int present,
            Instant from,
            Instant until,
            boolean now,
            List<String> reasons) {
        return new CoverVoid(
                rule.id(),
                rule.layer(),
                code,
                map.find(code).map(grid -> grid.nameZh()).orElse(code),
                map.find(code).map(grid -> grid.nameEn()).orElse(code),
                rule.role(),
                rule.unitKind(),
                rule.least(),
                present,
                from,
                until,
                now,
                reasons);
    }

    private static CoverVoid until(CoverVoid open, Instant end) {
        return new CoverVoid(
                open.ruleId(),
                open.layer(),
                open.gridCode(),
                open.gridName(),
                open.gridNameEn(),
                open.role(),
                open.unitKind(),
                open.least(),
                open.present(),
                open.from(),
                end,
                open.now(),
                open.reasons());
    }
}
