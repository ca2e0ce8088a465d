package org.gridward.wall;

import java.time.Instant;
import java.util.List;

/** Counts of open cases, twice cut: by light and by how far they are. Either cut adds up to {@code open}. */
public record Figures(
        int open,
        int overdue,
        int atRisk,
        int onTime,
        int noClock,
        int waiting,
        int underWay,
        int finished,
        int closedToday) {

    static Figures of(List<OpenCase> cases, int closedToday, Instant now) {
        int[] lights = new int[Light.values().length];
        int waiting = 0;
        int underWay = 0;
        for (OpenCase one : cases) {
            lights[one.light(now).ordinal()]++;
            switch (one.state()) {
                case "REPORTED", "DISPATCHED" -> waiting++;
                case "ACCEPTED", "ARRIVED" -> underWay++;
                default -> {}
            }
        }
        return new Figures(
                cases.size(),
                lights[Light.OVERDUE.ordinal()],
                lights[Light.AT_RISK.ordinal()],
                lights[Light.ON_TIME.ordinal()],
                lights[Light.NONE.ordinal()],
                waiting,
                underWay,
                cases.size() - waiting - underWay,
                closedToday);
    }
}
