package org.gridward.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes histories by hand: minutes after the report, in order. */
final class Histories {

    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final List<CaseHistory.Step> steps = new ArrayList<>();
    private final List<CaseHistory.Lead> leads = new ArrayList<>();
    private final List<CaseHistory.Clock> clocks = new ArrayList<>();
    private String channel = "PHONE";
    private Integer satisfaction;
    private String grid = "G1";
    private double lon = 121.0;
    private double lat = 31.0;
    private String category = "exposed_rubbish";

    static Histories report() {
        return new Histories().step(0, "REPORT", "REPORTED");
    }

    static Instant at(long minutes) {
        return START.plusSeconds(60 * minutes);
    }

    Histories step(long minutes, String action, String state) {
        steps.add(new CaseHistory.Step(at(minutes), action, state, null));
        return this;
    }

    Histories lead(long minutes, String gridCode, String team) {
        leads.add(new CaseHistory.Lead(gridCode, team, at(minutes), null));
        return this;
    }

    Histories dispatched(String gridCode, String team) {
        return lead(0, gridCode, team).step(0, "DISPATCH", "DISPATCHED");
    }

    Histories clock(String kind, long due, Long met) {
        clocks.add(new CaseHistory.Clock(kind, at(due), met == null ? null : at(met)));
        return this;
    }

    Histories channel(String code) {
        channel = code;
        return this;
    }

    Histories satisfaction(int stars) {
        satisfaction = stars;
        return this;
    }

    Histories at(double longitude, double latitude) {
        lon = longitude;
        lat = latitude;
        return this;
    }

    Histories category(String code) {
        category = code;
        return this;
    }

    Histories inNoGrid() {
        grid = null;
        return this;
    }

    CaseHistory build() {
        return new CaseHistory(
                UUID.randomUUID(),
                "N-" + steps.size(),
                category,
                channel,
                START,
                "hotline",
                false,
                lon,
                lat,
                satisfaction,
                grid,
                List.copyOf(steps),
                List.copyOf(leads),
                List.copyOf(clocks),
                null);
    }
}
