package org.gridward.place;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as people write it, read into its parts: {@code 文涵路922-926号} is a street and a range of house numbers,
 * {@code 171-401}, {@code 祥东小区171号401室} or {@code 文诚路12弄3幢2单元401室} a building and a room, {@code 灯杆号黄桥村116} a
 * lamp post. Full-width digits, dashes, blanks and the traditional forms of 号, 楼, 幢, 单元 and 弄 are accepted. What fits no
 * form is looked up as a name only.
 */
record Address(String text, Optional<Numbers> numbers, Optional<Building> building, Optional<String> lampPost) {

    /** House numbers {@code from} to {@code to} (equal for one house) of a street, and a room where one is said. */
    record Numbers(String street, int from, int to, Optional<String> room) {}

    /** A building by its number, in a named estate or lane where one is given, with unit and room where they are said. */
    record Building(Optional<String> estate, String number, Optional<String> unit, Optional<String> room) {}

    static final int LONGEST = 200;

    private static final String TRADITIONAL = "號樓棟單衖燈桿與鄉鎮區東門庫邊側";
    private static final String SIMPLIFIED = "号楼栋单弄灯杆与乡镇区东门库边侧";

    private static final String STREET = "(?<street>.*?[^\\d\\s-])\\s*";
    private static final String BLOCK = "(?:号楼|号|幢|栋|座)";
    private static final String ROOM = "(?<room>\\d{2,5}[A-Za-z]?)\\s*室?";
    private static final String UNIT = "(?:(?<unit>\\d{1,2})\\s*(?:单元|门|-)\\s*)?";
    private static final Pattern RANGE =
            Pattern.compile(STREET + "(?<from>\\d{1,6})\\s*号?\\s*[-至到]\\s*(?<to>\\d{1,6})\\s*号?");
    private static final Pattern HOUSE = Pattern.compile(STREET + "(?<from>\\d{1,6})\\s*(?:号?|号\\s*" + ROOM + ")");
    private static final Pattern LANE = Pattern.compile(
            "(?<estate>.*?\\d{1,5}弄)\\s*(?<building>\\d{1,4})\\s*" + BLOCK + "?\\s*-?\\s*(?:" + UNIT + ROOM + ")?");
    private static final Pattern BUILDING_ROOM = Pattern.compile(
            "(?<estate>.*?)\\s*(?<building>\\d{1,4})\\s*" + BLOCK + "?\\s*(?:-|号|幢|栋|座|楼|\\s)\\s*" + UNIT + ROOM);
    private static final Pattern BUILDING =
            Pattern.compile("(?<estate>.*?)\\s*(?<building>\\d{1,4})\\s*" + BLOCK + "?\\s*(?:(?<unit>\\d{1,2})单元)?");
    private static final Pattern LAMP_POST =
            Pattern.compile("(?:路灯)?(?:灯杆|路灯|灯)(?:编号|号码|号)?\\s*[:#]?\\s*(?<number>.*\\d.*)");

    /** Reads an address; never fails. */
    static Address of(String written) {
        String text = plain(written);
        if (text.length() > LONGEST) {
            return new Address(text, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Matcher lamp = LAMP_POST.matcher(text);
        return new Address(
                text,
                numbers(text),
                building(text),
                lamp.matches() ? Optional.of(lamp.group("number").strip()) : Optional.empty());
    }

    /** The text with half-width digits, plain dashes, single blanks and simplified separators. */
    static String plain(String written) {
        StringBuilder text = new StringBuilder(Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[‐-―~〜—−]", "-")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip());
        for (int i = 0; i < text.length(); i++) {
            int known = TRADITIONAL.indexOf(text.charAt(i));
            if (known >= 0) {
                text.setCharAt(i, SIMPLIFIED.charAt(known));
            }
        }
        return text.toString();
    }

    private static Optional<Numbers> numbers(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            int from = Integer.parseInt(range.group("from"));
            int to = Integer.parseInt(range.group("to"));
            return Optional.of(new Numbers(
                    range.group("street").strip(), Math.min(from, to), Math.max(from, to), Optional.empty()));
        }
        Matcher house = HOUSE.matcher(text);
        if (house.matches()) {
            int number = Integer.parseInt(house.group("from"));
            return Optional.of(new Numbers(
                    house.group("street").strip(), number, number, Optional.ofNullable(house.group("room"))));
        }
        return Optional.empty();
    }

    private static Optional<Building> building(String text) {
        for (Pattern form : new Pattern[] {LANE, BUILDING_ROOM, BUILDING}) {
            Matcher match = form.matcher(text);
            if (match.matches()) {
                String estate = match.group("estate").strip();
                return Optional.of(new Building(
                        estate.isEmpty() ? Optional.empty() : Optional.of(estate),
                        match.group("building"),
                        Optional.ofNullable(match.group("unit")),
                        form == BUILDING ? Optional.empty() : Optional.ofNullable(match.group("room"))));
            }
        }
        return Optional.empty();
    }
}
