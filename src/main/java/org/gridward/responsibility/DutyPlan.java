package org.gridward.responsibility;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shifts, absences, deputies and pairs of all teams in both times; immutable. */
final class DutyPlan {

    /** The grid of another layer whose team is paired with this one's. */
    record Partner(String layer, String gridCode) {}

    /** What the plan says of one team. */
    record OfTeam(
            List<Held<Shift>> shifts,
            List<Held<Absence>> absences,
            List<Held<StandIn>> standIns,
            List<Held<Partner>> partners) {

        static final OfTeam NOTHING = new OfTeam(List.of(), List.of(), List.of(), List.of());

        private static OfTeam fresh() {
            return new OfTeam(new ArrayList<>(1), new ArrayList<>(1), new ArrayList<>(1), new ArrayList<>(1));
        }
    }

    static final DutyPlan NONE = new DutyPlan(ZoneId.of("Asia/Shanghai"));

    private final ZoneId zone;
    private final Map<String, Map<String, OfTeam>> teams = new HashMap<>();

    DutyPlan(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** What is said of the team of a grid; {@link OfTeam#NOTHING} when nothing ever was. */
    OfTeam of(String layer, String gridCode) {
        Map<String, OfTeam> ofLayer = teams.get(layer);
        OfTeam found = ofLayer == null ? null : ofLayer.get(gridCode);
        return found == null ? OfTeam.NOTHING : found;
    }

    /** For whoever fills a fresh plan. */
    OfTeam toFill(String layer, String gridCode) {
        return teams.computeIfAbsent(layer, fresh -> new HashMap<>())
                .computeIfAbsent(gridCode, fresh -> OfTeam.fresh());
    }
}
