package org.gridward.dispatch.pick;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridward.dispatch.pick.Pick.Shortfall;
import org.gridward.dispatch.pick.Pick.Why;
import org.gridward.patrol.UnitKind;
import org.gridward.patrol.UnitStatus;
import org.gridward.responsibility.Assignees;

/** Judges one unit for one case. Pure. */
final class Candidate {

    static final Recommendation.Limits LIMITS = new Recommendation.Limits(1_800, 5_000, 5, 300, 40, 250);
    private static final double FAMILIAR_YEARS = 2;
    private static final double FAMILIAR_MOST_YEARS = 5;

    /** The case as a unit is judged for it. */
    record Case(
            double lon,
            double lat,
            Set<String> gridCodes,
            boolean atSea,
            Instant at,
            StreetGraph graph,
            StreetGraph.Reach reach) {}

    /** What is known of a member: on shift or not, whose deputy (null: nobody's), whether the duty list covers the case. */
    record Facts(boolean onShift, String deputyOf, boolean dutyFits, int openTasks) {}

    private Candidate() {}

    static Pick judge(Case about, UnitStatus status, Assignees.Patrolling who, Facts facts) {
        Set<Shortfall> shortfalls = EnumSet.noneOf(Shortfall.class);
        List<Why> reasons = new ArrayList<>();
        var position = status.position().orElse(null);
        Long age = position == null
                ? null
                : Math.max(0, Duration.between(position.t(), about.at()).toSeconds());
        Double straight = position == null
                ? null
                : about.graph().straight(about.lon(), about.lat(), position.lon(), position.lat());
        double along = position == null || about.atSea()
                ? Double.POSITIVE_INFINITY
                : about.reach().to(position.lon(), position.lat());
        Double street = Double.isInfinite(along) ? null : Double.valueOf(along);
        Double far = street == null ? straight : street;
        if (position == null) {
            shortfalls.add(Shortfall.NO_POSITION);
        } else if (age > LIMITS.positionAgeSeconds()) {
            shortfalls.add(Shortfall.POSITION_TOO_OLD);
        } else {
            reasons.add(Why.POSITION_FRESH);
        }
        if (far != null && far > LIMITS.farthestMeters()) {
            shortfalls.add(Shortfall.TOO_FAR);
        }
        if ((status.unit().kind() == UnitKind.VESSEL) != about.atSea()) {
            shortfalls.add(Shortfall.WRONG_KIND);
        }
        add(facts.onShift(), Why.ON_SHIFT, Shortfall.NOT_ON_SHIFT, reasons, shortfalls);
        add(facts.dutyFits(), Why.DUTY_FITS, Shortfall.NOT_IN_DUTY_LIST, reasons, shortfalls);
        if (facts.openTasks() >= LIMITS.openTasksMost()) {
            shortfalls.add(Shortfall.BUSY);
        }
        if (facts.deputyOf() != null) {
            reasons.add(Why.DEPUTY_OF);
        }
        boolean inGrid = about.gridCodes().contains(who.team().gridCode());
        if (inGrid) {
            reasons.add(Why.IN_GRID);
        }
        Double years = who.member().validFrom() == null
                ? null
                : Duration.between(who.member().validFrom(), about.at()).toDays() / 365.25;
        if (years != null && years >= FAMILIAR_YEARS) {
            reasons.add(Why.FAMILIAR);
        }
        Double cost = !shortfalls.isEmpty()
                ? null
                : far
                        + LIMITS.metersATask() * facts.openTasks()
                        - LIMITS.metersAYear() * Math.min(FAMILIAR_MOST_YEARS, years == null ? 0 : years)
                        - (inGrid ? LIMITS.metersOwnGrid() : 0);
        return new Pick(
                null,
                status.unit().code(),
                status.unit().kind().word(),
                who.team().gridCode(),
                who.team().nameZh(),
                who.member().role(),
                who.member().labelZh(),
                who.member().labelEn(),
                who.member().phone(),
                reasons,
                List.copyOf(shortfalls),
                street,
                straight,
                age,
                facts.openTasks(),
                years,
                cost);
    }

    private static void add(boolean fits, Why why, Shortfall shortfall, List<Why> reasons, Set<Shortfall> shortfalls) {
        if (fits) {
            reasons.add(why);
        } else {
            shortfalls.add(shortfall);
        }
    }
}
