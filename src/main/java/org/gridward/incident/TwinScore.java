package org.gridward.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs whether an incident is the same matter as a new report: category, metres, side of the street, thing and hours. A
 * report from across the street or of another thing is another matter, however near. Pure.
 */
final class TwinScore {

    /** What is weighed of an incident. */
    record Known(
            String category,
            double meters,
            boolean across,
            double accuracyMeters,
            String placeCode,
            String feeder,
            Instant reportedAt,
            boolean open) {}

    /** What is weighed of the report; place and feeder may be null. */
    record Asked(Category category, double accuracyMeters, String placeCode, String feeder, Instant now) {}

    static final double LEAST = 0.2;

    private static final double SIDE_BLURRED_METERS = 25;
    private static final double OTHER_MATTER = 0.3;

    private final List<Twin.Reason> reasons = new ArrayList<>();
    private double score;

    private TwinScore() {}

    static TwinScore of(Asked asked, Known known) {
        TwinScore weighed = new TwinScore();
        weighed.category(asked, known);
        weighed.distance(asked, known);
        weighed.time(asked, known);
        double most = Math.min(weighed.side(asked, known), weighed.thing(asked, known));
        weighed.score = Math.round(100 * Math.min(Math.min(1, weighed.score), most)) / 100.0;
        return weighed;
    }

    double score() {
        return score;
    }

    List<Twin.Reason> reasons() {
        return List.copyOf(reasons);
    }

    private void category(Asked asked, Known known) {
        boolean same = asked.category().code().equals(known.category());
        score += same ? 0.25 : 0.12;
        because(
                same ? "SAME_CATEGORY" : "SAME_FAMILY",
                known.category(),
                same ? "同一类别" : "相近类别",
                same ? "same category" : "related category");
    }

    private void distance(Asked asked, Known known) {
        score += 0.3 * Math.max(0, 1 - known.meters() / asked.category().twinMeters());
        long meters = Math.round(known.meters());
        because("DISTANCE", meters, "相距 " + meters + " 米", meters + " m away");
    }

    private void time(Asked asked, Known known) {
        double hours =
                Math.max(0, Duration.between(known.reportedAt(), asked.now()).toMinutes() / 60.0);
        score += 0.15 * Math.max(0, 1 - hours / asked.category().twinHours());
        long whole = Math.round(hours);
        because("HOURS_AGO", whole, whole + " 小时前登记", "reported " + whole + " h ago");
        if (!known.open()) {
            score -= 0.1;
            because("CLOSED", null, "已办结", "closed already");
        }
    }

    /** The most that the side of the street lets the score be. */
    private double side(Asked asked, Known known) {
        if (asked.category().bothSides()) {
            score += 0.1;
            return 1;
        }
        if (Math.max(asked.accuracyMeters(), known.accuracyMeters()) > SIDE_BLURRED_METERS) {
            score += 0.08;
            because("SIDE_UNKNOWN", null, "定位不够准，看不出在街的哪一侧", "too inaccurate to tell the side of the street");
            return 1;
        }
        if (known.across()) {
            because("OTHER_SIDE", null, "在街的另一侧", "on the other side of a street");
            return OTHER_MATTER;
        }
        score += 0.15;
        because("SAME_SIDE", null, "在街的同一侧", "on the same side of the street");
        return 1;
    }

    private double thing(Asked asked, Known known) {
        if (asked.feeder() != null && asked.feeder().equals(known.feeder())) {
            score += 0.3;
            because("SAME_FEEDER", known.feeder(), "同一线路 " + known.feeder(), "same feeder " + known.feeder());
            return 1;
        }
        if (asked.placeCode() == null || known.placeCode() == null) {
            return 1;
        }
        if (asked.placeCode().equals(known.placeCode())) {
            score += 0.3;
            because("SAME_THING", known.placeCode(), "同一部件或楼栋", "same thing or building");
            return 1;
        }
        because("OTHER_THING", known.placeCode(), "另一部件或楼栋", "another thing or building");
        return asked.category().bothSides() ? 1 : OTHER_MATTER;
    }

    private void because(String code, Object value, String zh, String en) {
        reasons.add(new Twin.Reason(code, value, zh, en));
    }
}
