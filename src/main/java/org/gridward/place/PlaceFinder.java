package org.gridward.place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the spot that a lamp post's number, a board's token or a written address means. */
@Component
class PlaceFinder {

    private final JdbcClient jdbc;
    private final BoardCodes codes;

    PlaceFinder(JdbcClient jdbc, BoardCodes codes) {
        this.jdbc = jdbc;
        this.codes = codes;
    }

    Optional<PlaceSpot> byLampPost(String number) {
        List<PlaceSpot> spots = query("place/find_by_lamp_post")
                .param("number", number)
                .query(PlaceSpot.class)
                .list();
        boolean oneIsMeant = spots.size() < 2 || spots.get(0).code().equals(number);
        return oneIsMeant ? spots.stream().findFirst() : only(number, spots);
    }

    /** A signed code or an unsigned token; one that was replaced still says where it hung. */
    Optional<PlaceSpot> byToken(String token) {
        return codes.find(token).spot();
    }

    /** Exact names first, then house numbers of a street, then a building: the more certain reading wins. */
    Optional<PlaceSpot> byAddress(String written) {
        Address address = Address.of(written);
        Optional<PlaceSpot> named = only(written, named(written.strip()));
        if (named.isEmpty() && !address.text().equals(written.strip())) {
            named = only(written, named(address.text()));
        }
        return named.or(() -> address.numbers().flatMap(this::onStreet))
                .or(() -> address.building().flatMap(building -> only(written, inBuilding(building))));
    }

    private List<PlaceSpot> named(String text) {
        return query("place/find_by_name")
                .param("text", text)
                .query(PlaceSpot.class)
                .list();
    }

    private Optional<PlaceSpot> onStreet(Address.Numbers numbers) {
        return query("place/find_by_street_number")
                .param("street", numbers.street())
                .param("numberFrom", numbers.from())
                .param("numberTo", numbers.to())
                .query(PlaceSpot.class)
                .optional();
    }

    private List<PlaceSpot> inBuilding(Address.Building building) {
        return query("place/find_by_building")
                .param("building", building.number())
                .param("estate", building.estate().orElse(null))
                .query(PlaceSpot.class)
                .list();
    }

    private JdbcClient.StatementSpec query(String path) {
        return jdbc.sql(Sql.of(path));
    }

    /** A wrong grid is worse than a question: several places that fit equally well are refused, naming them. */
    private static Optional<PlaceSpot> only(String asked, List<PlaceSpot> spots) {
        if (spots.size() < 2) {
            return spots.stream().findFirst();
        }
        String some =
                spots.stream().limit(5).map(spot -> "'" + spot.code() + "'").collect(Collectors.joining(", "));
        throw Problem.unprocessable(
                "ambiguous-place",
                "'" + asked + "' fits several places (" + some + (spots.size() > 5 ? ", …" : "")
                        + "); name the estate or the street, or send a placeCode.");
    }
}
