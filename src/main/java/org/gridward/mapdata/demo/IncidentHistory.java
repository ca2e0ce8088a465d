package org.gridward.mapdata.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.gridward.incident.PastIncident;
import org.locationtech.jts.geom.Coordinate;

/**
 * A year of incidents up to an instant: busy mornings and evenings, quiet nights, categories with their own hours and
 * weekdays, a dozen trouble spots. All but the last ones are closed; of the open ones some are overdue.
 */
final class IncidentHistory {
    static final int COUNT = 20_000;
    static final int OPEN = 150;
    static final int DAYS = 365;

    /** One incident: {@code state} is REPORTED, ACCEPTED, ARRIVED, FINISHED or CLOSED; {@code closedAt} is null while it is open. */
    record Case(
            String category,
            String description,
            double lon,
            double lat,
            Instant occurredAt,
            String channel,
            String state,
            Instant closedAt,
            PastIncident.Handled handled) {}

    /** A kind of incident: its share, on which days and hours it comes, and whether at homes, shops or streets. */
    private record Kind(String code, int share, String days, String hours, String where, String zh, String en) {}

    private record Spot(double x, double y, double radius, String kind) {}

    /** Share of each hour of the day, midnight first. */
    private static final Map<String, int[]> HOURS = Map.of(
            "flat", new int[] {3, 3, 3, 3, 3, 4, 5, 6, 6, 6, 6, 5, 5, 5, 5, 5, 5, 6, 6, 6, 5, 5, 4, 3},
            "day", new int[] {0, 0, 0, 0, 0, 1, 3, 8, 12, 12, 10, 7, 5, 6, 9, 9, 8, 6, 4, 2, 1, 1, 0, 0},
            "home", new int[] {1, 1, 0, 0, 1, 2, 6, 10, 7, 4, 4, 4, 5, 4, 3, 4, 5, 8, 11, 11, 9, 6, 3, 2},
            "evening", new int[] {2, 1, 1, 0, 0, 1, 2, 4, 4, 3, 3, 3, 3, 3, 3, 3, 5, 8, 12, 14, 12, 9, 5, 3},
            "night", new int[] {8, 5, 3, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 6, 8, 10, 12, 13, 11},
            "meal", new int[] {1, 0, 0, 0, 0, 0, 2, 4, 2, 2, 6, 14, 12, 5, 2, 2, 5, 13, 15, 12, 8, 4, 2, 1});

    private static final String[] CHANNELS = {"QR", "CHAT_GROUP", "HOTLINE_12345", "PATROL", "PHONE", "WEB", "VISIT"};
    private static final int[] CHANNEL_SHARE = {22, 20, 24, 16, 8, 6, 4};

    /** How far the open ones have come. */
    private static final String[] OPEN_STATES = {
        "REPORTED", "REPORTED", "REPORTED", "ACCEPTED", "ACCEPTED", "ARRIVED", "FINISHED"
    };

    /** Kinds of the first response tier: none of them is left open for days. */
    private static final Set<String> URGENT = Set.of("pipe_burst", "power_failure", "personal_safety");

    final List<Case> cases = new ArrayList<>();
    private final DemoCity city;
    private final SplittableRandom r;
    private final SplittableRandom handling;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private final List<Buildings.Building> homes;
    private final List<PlaceDrawing> shops;
    private final List<PlaceDrawing> lamps;

    IncidentHistory(DemoCity city, Instant end) {
        this.city = city;
        this.r = new Seeds(city.seed()).of("incidents");
        this.handling = new Seeds(city.seed()).of("handling");
        this.homes = city.buildings().all.stream()
                .filter(b -> b.kind().equals("residential")
                        || b.kind().equals("tower")
                        || b.kind().equals("house"))
                .toList();
        this.shops = city.places().stream().filter(p -> p.kind().equals("shop")).toList();
        this.lamps =
                city.places().stream().filter(p -> p.kind().equals("lamp-post")).toList();
        for (String line : Skeleton.lines("categories.txt")) {
            String[] f = line.split("\\|");
            kinds.add(new Kind(
                    f[0].trim(),
                    Integer.parseInt(f[1].trim()),
                    f[2].trim(),
                    f[3].trim(),
                    f[4].trim(),
                    f[5].trim(),
                    f[6].trim()));
        }
        for (int i = 0; i < 14; i++) {
            PlaceDrawing p = shops.get(r.nextInt(shops.size()));
            spots.add(new Spot(Plane.x(p.lon()), Plane.y(p.lat()), 110 + r.nextInt(260), pick().code()));
        }
        tell(end);
    }

    private void tell(Instant end) {
        List<Case> open = new ArrayList<>();
        while (cases.size() < COUNT - OPEN) {
            cases.add(one(end, 2.0, DAYS, true));
        }
        while (open.size() < OPEN) {
            open.add(one(end, 0.01, open.size() < OPEN * 2 / 3 ? 2.5 : 9, false));
        }
        cases.addAll(open);
        cases.sort(Comparator.comparing(Case::occurredAt));
    }

    private Kind pick() {
        int sum = kinds.stream().mapToInt(Kind::share).sum();
        int at = r.nextInt(sum);
        for (Kind k : kinds) {
            at -= k.share();
            if (at < 0) {
                return k;
            }
        }
        return kinds.get(0);
    }

    private Case one(Instant end, double fromDays, double toDays, boolean closed) {
        Kind kind = pick();
        double until = !closed && URGENT.contains(kind.code()) ? 0.2 : toDays;
        Instant at = null;
        while (at == null || !fits(kind, at)) {
            double ago = (fromDays + (until - fromDays) * r.nextDouble()) * 86_400;
            at = end.minusSeconds((long) ago);
        }
        Coordinate c = where(kind);
        double hours = closed ? 0.6 + 30 * r.nextDouble() * r.nextDouble() * r.nextDouble() * 2 : 0;
        Instant closedAt = closed ? at.plusSeconds((long) (hours * 3600)) : null;
        Instant over = closedAt != null && closedAt.isAfter(end) ? end : closedAt;
        return new Case(
                kind.code(),
                kind.zh() + " / " + kind.en(),
                Plane.lon(c.x),
                Plane.lat(c.y),
                at,
                channel(),
                closed ? "CLOSED" : OPEN_STATES[r.nextInt(OPEN_STATES.length)],
                over,
                over == null ? null : handled(kind, at, over));
    }

    /** How a closed case went on: quickly taken up where it was urgent; four of five reporters were asked, most are content. */
    private PastIncident.Handled handled(Kind kind, Instant at, Instant over) {
        double whole = Duration.between(at, over).toSeconds();
        double minutes = URGENT.contains(kind.code())
                ? 2 + 26 * handling.nextDouble()
                : 4 + 150 * Math.pow(handling.nextDouble(), 2);
        double accepted = Math.min(minutes * 60, 0.4 * whole);
        double arrived = accepted + (0.1 + 0.25 * handling.nextDouble()) * (whole - accepted);
        double finished = arrived + 0.7 * (whole - arrived);
        int asked = handling.nextInt(100);
        Integer satisfaction =
                asked >= 80 ? null : asked < 52 ? 5 : asked < 76 ? 4 : asked < 78 ? 3 : asked < 79 ? 2 : 1;
        Instant answered = at.plusSeconds((long) (finished + 0.5 * (whole - finished)));
        return new PastIncident.Handled(
                at.plusSeconds((long) accepted),
                at.plusSeconds((long) arrived),
                at.plusSeconds((long) finished),
                answered,
                satisfaction == null ? null : answered.plusSeconds((long) (0.4 * (whole - finished))),
                satisfaction);
    }

    private String channel() {
        int at = r.nextInt(100);
        for (int i = 0; i < CHANNELS.length; i++) {
            at -= CHANNEL_SHARE[i];
            if (at < 0) {
                return CHANNELS[i];
            }
        }
        return CHANNELS[0];
    }

    /** Accepts an instant as often as its hour, weekday and season deserve. */
    private boolean fits(Kind kind, Instant at) {
        ZonedDateTime t = at.atZone(PatrolWalks.ZONE);
        boolean weekend = t.getDayOfWeek() == DayOfWeek.SATURDAY || t.getDayOfWeek() == DayOfWeek.SUNDAY;
        double day =
                switch (kind.days()) {
                    case "work" -> weekend ? 0.35 : 1;
                    case "weekend" -> weekend ? 1 : 0.6;
                    default -> weekend ? 0.85 : 1;
                };
        double season = 0.82 + 0.18 * StrictMath.cos((t.getDayOfYear() - 205) / 365.0 * 2 * Math.PI);
        return r.nextDouble() < HOURS.get(kind.hours())[t.getHour()] / 15.0 * day * season;
    }

    /** Every third incident is near a trouble spot of its kind, the others where people live, trade or walk. */
    private Coordinate where(Kind kind) {
        List<Spot> own = spots.stream()
                .filter(s -> s.kind().equals(kind.code()) || r.nextInt(9) == 0)
                .toList();
        if (!own.isEmpty() && r.nextInt(3) == 0) {
            Spot s = own.get(r.nextInt(own.size()));
            for (int i = 0; i < 20; i++) {
                Coordinate c = new Coordinate(
                        s.x() + s.radius() * 0.5 * Seeds.bell(r), s.y() + s.radius() * 0.5 * Seeds.bell(r));
                if (city.townscape().terrain.onDryLand(c)) {
                    return c;
                }
            }
        }
        return switch (kind.where()) {
            case "shop" -> beside(shops.get(r.nextInt(shops.size())));
            case "street" -> beside(lamps.get(r.nextInt(lamps.size())));
            default -> {
                Buildings.Building b = homes.get(r.nextInt(homes.size()));
                for (int i = 0; i < 4 && b.floors() < 4; i++) {
                    b = homes.get(r.nextInt(homes.size()));
                }
                double along = (r.nextDouble() - 0.5) * b.length();
                yield new Coordinate(
                        b.x() + along * StrictMath.cos(b.angle()), b.y() + along * StrictMath.sin(b.angle()));
            }
        };
    }

    private static Coordinate beside(PlaceDrawing p) {
        return new Coordinate(Plane.x(p.lon()), Plane.y(p.lat()));
    }
}
