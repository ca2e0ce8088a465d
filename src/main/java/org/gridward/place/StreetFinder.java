package org.gridward.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gridward.geodesy.LocalFrame;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds house numbers on streets: one house, or a range whose ends must lie on one stretch of street. */
@Component
class StreetFinder {

    private static final String SEGMENTS = "street-segment";
    /** Places of one house number farther apart than this are not one house. */
    private static final double ONE_HOUSE_METERS = 150;

    record House(String code, String nameZh, String nameEn, double lon, double lat, int numberFrom, int numberTo) {

        PlaceSpot spot() {
            return new PlaceSpot(code, nameZh, nameEn, lon, lat);
        }

        boolean has(int number) {
            return numberFrom <= number && number <= numberTo;
        }
    }

    private final JdbcClient jdbc;
    private final HoldingGrids grids;

    StreetFinder(JdbcClient jdbc, HoldingGrids grids) {
        this.jdbc = jdbc;
        this.grids = grids;
    }

    /** Whether any place stands on a street of this name. */
    boolean knows(String street) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM place.places WHERE street = :street)")
                .param("street", street)
                .query(Boolean.class)
                .single();
    }

    /**
     * The place of one house number, or the place nearest the middle of a range with both its ends; empty where no place
     * has one of the numbers.
     *
     * @throws org.gridward.platform.Problem 422 with the candidates: several streets of this name, or a range that another
     *     street cuts
     */
    Optional<FoundPlace> find(String asked, Address.Numbers numbers) {
        List<House> houses = jdbc.sql(Sql.of("place/find_by_street_number"))
                .param("street", numbers.street())
                .param("numberFrom", numbers.from())
                .param("numberTo", numbers.to())
                .query(House.class)
                .list();
        Optional<House> start = end(asked, houses, numbers.from());
        Optional<House> end = end(asked, houses, numbers.to());
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        String room = numbers.room().orElse(null);
        if (numbers.from() == numbers.to()) {
            return Optional.of(new FoundPlace(start.get().spot(), "STREET_NUMBER", null, room, null));
        }
        String segment = oneStretch(asked, start.get(), end.get());
        int middle = numbers.from() + numbers.to();
        House nearest = houses.stream()
                .min(Comparator.comparingInt(house -> Math.abs(house.numberFrom() + house.numberTo() - middle)))
                .orElseThrow();
        return Optional.of(new FoundPlace(
                nearest.spot(),
                "STREET_RANGE",
                null,
                room,
                new StreetSpan(
                        numbers.street(),
                        numbers.from(),
                        numbers.to(),
                        start.get().spot(),
                        end.get().spot(),
                        segment)));
    }

    /** The places of the street whose numbers come nearest. */
    List<PlaceSpot> near(Address.Numbers numbers) {
        return jdbc.sql(Sql.of("place/suggest_on_street"))
                .param("street", numbers.street())
                .param("number", numbers.from())
                .query(PlaceSpot.class)
                .list();
    }

    private static Optional<House> end(String asked, List<House> houses, int number) {
        List<House> having = houses.stream().filter(house -> house.has(number)).toList();
        if (having.isEmpty()) {
            return Optional.empty();
        }
        House first = having.get(0);
        List<PlaceSpot> apart = new ArrayList<>(List.of(first.spot()));
        for (House other : having) {
            if (apart.stream().allMatch(known -> meters(known, other.spot()) > ONE_HOUSE_METERS)) {
                apart.add(other.spot());
            }
        }
        if (apart.size() > 1) {
            throw PlaceChoices.ambiguous(asked, apart);
        }
        return Optional.of(first);
    }

    /** The segment grid of both ends, or null where there is none. */
    private String oneStretch(String asked, House start, House end) {
        List<String> crossed = jdbc.sql(Sql.of("place/streets_between"))
                .param("lon", start.lon())
                .param("lat", start.lat())
                .param("otherLon", end.lon())
                .param("otherLat", end.lat())
                .query(String.class)
                .list();
        if (!crossed.isEmpty()) {
            throw PlaceChoices.split(
                    asked, "between both ends runs " + String.join(", ", crossed), List.of(start.spot(), end.spot()));
        }
        TreeSet<String> first = segments(start);
        TreeSet<String> last = segments(end);
        if (first.isEmpty() && last.isEmpty()) {
            return null;
        }
        TreeSet<String> both = new TreeSet<>(first);
        both.retainAll(last);
        if (both.isEmpty()) {
            throw PlaceChoices.split(
                    asked,
                    "the first house lies in " + word(first) + ", the last in " + word(last),
                    List.of(start.spot(), end.spot()));
        }
        return both.first();
    }

    private TreeSet<String> segments(House house) {
        TreeSet<String> codes = new TreeSet<>();
        for (HeldBy held : HoldingGrids.at(grids.inForce(null, null), house.lon(), house.lat())) {
            if (held.layer().equals(SEGMENTS)) {
                codes.add(held.gridCode());
            }
        }
        return codes;
    }

    private static String word(TreeSet<String> segments) {
        return segments.isEmpty() ? "no segment" : "segment " + String.join(", ", segments);
    }

    private static double meters(PlaceSpot one, PlaceSpot other) {
        return LocalFrame.at(one.lon(), one.lat()).metersBetween(one.lon(), one.lat(), other.lon(), other.lat());
    }
}
