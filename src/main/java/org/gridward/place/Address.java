package org.gridward.place;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as people write it, read into its parts: {@code 文涵路922-926号} is a street and a range of house numbers,
 * {@code 171-401} or {@code 祥东小区171号401室} a building and a room. Full-width digits, dashes and spaces are accepted.
 * What fits neither form is looked up as a name only.
 */
record Address(String text, Optional<Numbers> numbers, Optional<Building> building) {

    /** House numbers {@code from} to {@code to} (equal for one house) of a street. */
    record Numbers(String street, int from, int to) {}

    /** A building by its number, in a named estate where one is given. */
    record Building(Optional<String> estate, String number) {}

    private static final String STREET = "(?<street>.*?[^\\d\\s-])\\s*";
    private static final Pattern RANGE =
            Pattern.compile(STREET + "(?<from>\\d{1,6})\\s*号?\\s*[-至到]\\s*(?<to>\\d{1,6})\\s*号?");
    private static final Pattern HOUSE = Pattern.compile(STREET + "(?<from>\\d{1,6})\\s*号?");
    private static final Pattern BUILDING_ROOM = Pattern.compile(
            "(?<estate>.*?)\\s*(?<building>\\d{1,4})\\s*(?:号楼|号|幢|栋)?\\s*(?:-|号|幢|栋|\\s)\\s*(?<room>\\d{2,5})\\s*室?");
    private static final Pattern BUILDING = Pattern.compile("(?<estate>.*?)\\s*(?<building>\\d{1,4})\\s*(?:号楼|号|幢|栋)?");

    /** Reads an address; never fails. */
    static Address of(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[‐-―~〜—−]", "-")
                .strip();
        return new Address(text, numbers(text), building(text));
    }

    private static Optional<Numbers> numbers(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int from = Integer.parseInt(range.group("from"));
            int to = Integer.parseInt(range.group("to"));
            return Optional.of(new Numbers(range.group("street").strip(), Math.min(from, to), Math.max(from, to)));
        }
        Matcher house = HOUSE.matcher(text);
        if (house.matches()) {
            int number = Integer.parseInt(house.group("from"));
            return Optional.of(new Numbers(house.group("street").strip(), number, number));
        }
        return Optional.empty();
    }

    private static Optional<Building> building(String text) {
        for (Pattern form : new Pattern[] {BUILDING_ROOM, BUILDING}) {
            Matcher match = form.matcher(text);
            if (match.matches()) {
                String estate = match.group("estate").strip();
                return Optional.of(new Building(
                        estate.isEmpty() ? Optional.empty() : Optional.of(estate), match.group("building")));
            }
        }
        return Optional.empty();
    }
}
