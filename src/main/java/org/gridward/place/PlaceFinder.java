package org.gridward.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the spot that a lamp post's number, a board's token, a vessel or a written address means. */
@Component
class PlaceFinder {

    private static final Pattern COUNTED = Pattern.compile("(?<name>.*?)0*(?<number>\\d{1,6})");

    private final JdbcClient jdbc;
    private final StreetFinder streets;
    private final BoardCodes codes;

    PlaceFinder(JdbcClient jdbc, StreetFinder streets, BoardCodes codes) {
        this.jdbc = jdbc;
        this.streets = streets;
        this.codes = codes;
    }

    /** The number as it is printed, with or without 灯杆号 before it and zeros in it. */
    Optional<PlaceSpot> byLampPost(String written) {
        Address address = Address.of(written);
        String number = address.lampPost().orElse(address.text());
        List<String> forms = new ArrayList<>(List.of(written, number));
        Matcher counted = COUNTED.matcher(number);
        if (number.length() <= Address.LONGEST && counted.matches()) {
            String digits = counted.group("number");
            for (int width = digits.length(); width <= 6; width++) {
                forms.add(counted.group("name") + "0".repeat(width - digits.length()) + digits);
            }
        }
        List<PlaceSpot> spots = query("place/find_by_lamp_post")
                .param("numbers", forms.toArray(String[]::new))
                .query(PlaceSpot.class)
                .list();
        boolean oneIsMeant = spots.size() < 2
                || forms.contains(spots.get(0).code())
                        && !forms.contains(spots.get(1).code());
        return oneIsMeant ? spots.stream().findFirst() : only(written, spots);
    }

    /** A signed code or an unsigned token; one that was replaced still says where it hung. */
    Optional<PlaceSpot> byToken(String token) {
        return codes.find(token).spot();
    }

    /** By code, name, printed number or MMSI; where it is as far as the register knows. */
    Optional<PlaceSpot> byVessel(String written) {
        return only(
                written,
                query("place/find_vessel")
                        .param("text", Address.plain(written))
                        .query(PlaceSpot.class)
                        .list());
    }

    /**
     * Exact names first, then house numbers of a street, then a building, then a lamp post: the more certain reading wins.
     *
     * @throws Problem 422 with the candidates, where several fit or a range is cut
     */
    Optional<FoundPlace> byAddress(String written) {
        Address address = Address.of(written);
        if (address.lampPost().isPresent()) {
            return byLampPost(written).map(spot -> FoundPlace.of("LAMP_POST", spot));
        }
        Optional<PlaceSpot> named = only(written, named(written.strip()));
        if (named.isEmpty() && !address.text().equals(written.strip())) {
            named = only(written, named(address.text()));
        }
        return named.map(spot -> FoundPlace.of("NAME", spot))
                .or(() -> address.numbers().flatMap(numbers -> streets.find(written, numbers)))
                .or(() -> address.building().flatMap(building -> inBuilding(written, building)))
                .or(() -> byLampPost(written).map(spot -> FoundPlace.of("LAMP_POST", spot)));
    }

    /** What may be meant by an address that nothing was found for: the nearest numbers of the street, or like names. */
    List<PlaceSpot> near(String written) {
        Address address = Address.of(written);
        if (address.text().length() > Address.LONGEST) {
            return List.of();
        }
        Optional<Address.Numbers> onStreet = address.numbers().filter(numbers -> streets.knows(numbers.street()));
        if (onStreet.isPresent()) {
            return streets.near(onStreet.get());
        }
        String name = address.text().replaceAll("[\\d号弄幢栋座室楼单元#:()-]", "").strip();
        if (name.length() < 2) {
            return List.of();
        }
        return query("place/suggest_by_name")
                .param(
                        "pattern",
                        "%" + name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param(
                        "building",
                        address.building().map(Address.Building::number).orElse(null))
                .query(PlaceSpot.class)
                .list();
    }

    private List<PlaceSpot> named(String text) {
        return query("place/find_by_name")
                .param("text", text)
                .query(PlaceSpot.class)
                .list();
    }

    private Optional<FoundPlace> inBuilding(String written, Address.Building building) {
        List<PlaceSpot> spots = query("place/find_by_building")
                .param("building", building.number())
                .param("estate", building.estate().orElse(null))
                .param("unit", building.unit().orElse(null))
                .query(PlaceSpot.class)
                .list();
        return only(written, spots)
                .map(spot -> new FoundPlace(
                        spot,
                        "BUILDING",
                        building.unit().orElse(null),
                        building.room().orElse(null),
                        null));
    }

    private JdbcClient.StatementSpec query(String path) {
        return jdbc.sql(Sql.of(path));
    }

    /** A wrong grid is worse than a question: several places that fit equally well are refused, naming them. */
    private static Optional<PlaceSpot> only(String asked, List<PlaceSpot> spots) {
        if (spots.size() < 2) {
            return spots.stream().findFirst();
        }
        throw PlaceChoices.ambiguous(asked, spots);
    }
}
