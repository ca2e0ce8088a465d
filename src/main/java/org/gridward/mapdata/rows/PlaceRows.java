package org.gridward.mapdata.rows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.geodesy.LonLat;
import org.gridward.mapdata.files.Row;
import org.gridward.place.NewPlace;

/** Rows of places. Columns that hold no field are kept as attributes; a row without a code gets one of file and row. */
public final class PlaceRows implements RowReader<NewPlace> {

    /** The fields this import knows. */
    public static final List<String> FIELDS =
            List.of("code", "kind", "name", "name_zh", "name_en", "lon", "lat", "x", "y");

    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_NAME = 200;

    private final FieldNames names;
    private final PositionReader positions;
    private final Set<String> kinds;
    private final Optional<String> fallback;
    private final String stem;

    /**
     * @param kinds codes of the kinds there are
     * @param fallback kind of rows that name none
     * @param stem of the file's name, for codes of rows that have none
     */
    public PlaceRows(
            FieldNames names, PositionReader positions, Set<String> kinds, Optional<String> fallback, String stem) {
        if (fallback.isEmpty()) {
            names.require("kind");
        }
        this.names = names;
        this.positions = positions;
        this.kinds = kinds;
        this.fallback = fallback;
        this.stem = stem.replaceAll("[\\p{Cntrl}/]", "-");
    }

    @Override
    public NewPlace read(Row row) {
        RowTexts texts = new RowTexts(row, names);
        String name = texts.text("name");
        boolean chinese = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        String nameZh = first(texts.text("name_zh"), chinese ? name : "");
        String nameEn = first(texts.text("name_en"), chinese ? "" : name);
        checkName(texts, nameZh);
        checkName(texts, nameEn);
        Map<String, Object> attributes = NestedAttributes.unfold(texts.attributes(true));
        Object lampPost = attributes.remove("lamp_post");
        if (lampPost != null) {
            attributes.putIfAbsent("lampPost", lampPost); // the word under which lookups find it
        }
        LonLat at = positions.read(row);
        return new NewPlace(
                code(texts, row),
                kind(texts),
                nameZh,
                nameEn,
                at.lon(),
                at.lat(),
                attributes,
                positions.raw(row, "import/" + stem).orElse(null));
    }

    private static String first(String said, String other) {
        return said.isEmpty() ? other : said;
    }

    private static void checkName(RowTexts texts, String name) {
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadRow(
                    texts.column("name"), name, "the name is too long or has a control character", "shorten it");
        }
    }

    private String code(RowTexts texts, Row row) {
        String code = texts.text("code");
        if (code.isEmpty()) {
            return stem + "-" + row.number();
        }
        boolean fits = code.length() <= LONGEST_CODE
                && code.indexOf('/') < 0
                && code.chars().noneMatch(Character::isISOControl);
        if (!fits) {
            throw new BadRow(
                    texts.column("code"),
                    code,
                    "it is no code",
                    "use at most 80 characters, no slash, no control character");
        }
        return code;
    }

    private String kind(RowTexts texts) {
        String kind = texts.text("kind");
        if (kinds.contains(kind)) {
            return kind;
        }
        if (fallback.isPresent()) {
            return fallback.get();
        }
        throw new BadRow(
                texts.column("kind"), kind, "it is no kind of place", "kinds are " + kinds + "; or give --kind");
    }

    @Override
    public LonLat position(NewPlace place) {
        return new LonLat(place.lon(), place.lat());
    }

    @Override
    public Instant at(NewPlace place) {
        return null;
    }
}
