package org.gridward.mapdata.join;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads the ordinary form of a JSON question straight from its bytes: an object of plain text members and {@code points}, a
 * list of pairs of plain numbers. Says nothing of all else, JSON or not: a whole parser then finds what it is.
 */
public final class PointsJson {

    /** The text members by name, and the points turned to WGS 84, x and y in turn. */
    public record Asked(Map<String, String> texts, double[] lonLat) {}

    private static final Set<String> TEXTS = Set.of("layer", "at", "knownAt", "datum");

    private final byte[] text;
    private final int limit;
    private final DecimalBytes.Cursor cursor = new DecimalBytes.Cursor();
    private int at;
    private double[] lonLat;
    private int points;

    private PointsJson(byte[] text) {
        this.text = text;
        this.limit = text.length;
    }

    /**
     * Reads a question.
     *
     * @param most points that may be asked about
     * @param box the jurisdiction; a pair that lies outside but would lie inside with its axes exchanged is not ordinary
     * @return null for what is not of the ordinary form, or holds a pair that is no ordinary position
     */
    public static Asked read(byte[] text, int most, Envelope box) {
        PointsJson json = new PointsJson(text);
        Map<String, String> texts = new HashMap<>();
        if (!json.members(texts, most) || json.lonLat == null) {
            return null;
        }
        double[] lonLat = java.util.Arrays.copyOf(json.lonLat, 2 * json.points);
        String name = texts.getOrDefault("datum", "WGS84");
        for (Datum datum : Datum.values()) {
            if (datum.name().equals(name)) {
                return turned(lonLat, datum, box) ? new Asked(texts, lonLat) : null;
            }
        }
        return null;
    }

    private static boolean turned(double[] lonLat, Datum datum, Envelope box) {
        for (int i = 0; i < lonLat.length; i += 2) {
            double lon = lonLat[i];
            double lat = lonLat[i + 1];
            boolean ordinary =
                    Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && (box.covers(lon, lat) || !box.covers(lat, lon));
            if (!ordinary) {
                return false;
            }
            if (datum != Datum.WGS84) {
                LonLat moved = datum.toWgs84(lon, lat);
                lonLat[i] = moved.lon();
                lonLat[i + 1] = moved.lat();
            }
        }
        return true;
    }

    private boolean members(Map<String, String> texts, int most) {
        if (!skip('{')) {
            return false;
        }
        do {
            String name = string();
            if (name == null || !skip(':')) {
                return false;
            }
            if (name.equals("points") && lonLat == null) {
                if (!list(most)) {
                    return false;
                }
            } else {
                String value = TEXTS.contains(name) ? string() : null;
                if (value == null || texts.put(name, value) != null) {
                    return false;
                }
            }
        } while (skip(','));
        return skip('}') && end();
    }

    private boolean list(int most) {
        lonLat = new double[Math.min(most, limit / 6 + 1) * 2];
        if (!skip('[')) {
            return false;
        }
        if (skip(']')) {
            return true;
        }
        do {
            if (2 * points == lonLat.length || !skip('[')) {
                return false;
            }
            boolean pair =
                    number((byte) ',', 2 * points) && skip(',') && number((byte) ']', 2 * points + 1) && skip(']');
            if (!pair) {
                return false;
            }
            points++;
        } while (skip(','));
        return skip(']');
    }

    /** A number of JSON without an exponent; what is more, or less, is not ordinary. */
    private boolean number(byte delimiter, int into) {
        blanks();
        int from = at;
        int digit = from < limit && text[from] == '-' ? from + 1 : from;
        if (digit >= limit || !isDigit(digit) || text[digit] == '0' && digit + 1 < limit && isDigit(digit + 1)) {
            return false;
        }
        double value = cursor.parse(text, from, limit, delimiter);
        at = cursor.end;
        int last = at - 1;
        while (last > from && isBlank(text[last])) {
            last--;
        }
        for (int i = digit; i <= last; i++) {
            if (!isDigit(i) && text[i] != '.') {
                return false;
            }
        }
        lonLat[into] = value;
        return isDigit(last) && !Double.isNaN(value);
    }

    private boolean isDigit(int place) {
        return text[place] >= '0' && text[place] <= '9';
    }

    /** A string without escapes and of ASCII. */
    private String string() {
        if (!skip('"')) {
            return null;
        }
        int from = at;
        while (at < limit && text[at] != '"') {
            if (text[at] == '\\' || text[at] < ' ') {
                return null;
            }
            at++;
        }
        return at == limit ? null : new String(text, from, at++ - from, StandardCharsets.US_ASCII);
    }

    private boolean skip(char wanted) {
        blanks();
        if (at < limit && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean end() {
        blanks();
        return at == limit;
    }

    private void blanks() {
        while (at < limit && isBlank(text[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
