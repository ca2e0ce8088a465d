package org.gridward.mapdata.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridward.platform.Problem;

/**
 * The header of a CSV of points: its delimiter, how many columns there are, and which two hold longitude and latitude.
 *
 * @param header the header row as it came, without byte order mark and line end
 * @param rest bytes already read behind the header
 */
record CsvLayout(byte delimiter, int columns, int lonField, int latField, byte[] header, byte[] rest) {

    private static final List<String> LON = List.of("lon", "lng", "long", "longitude", "经度", "x");
    private static final List<String> LAT = List.of("lat", "latitude", "纬度", "y");
    private static final int LONGEST_HEADER = 1 << 16;

    /**
     * Reads the header row.
     *
     * @param lon name of the longitude column where the caller names it, else the usual names are tried
     * @throws Problem 400 when the text is empty, or a column is missing: named, with those present
     */
    static CsvLayout read(InputStream in, Optional<String> lon, Optional<String> lat) throws IOException {
        byte[] head = in.readNBytes(LONGEST_HEADER);
        int from = head.length >= 3 && (head[0] & 0xff) == 0xEF && (head[1] & 0xff) == 0xBB && (head[2] & 0xff) == 0xBF
                ? 3
                : 0;
        if (head.length >= 2 && (head[0] & 0xfe) == 0xFE && (head[1] & 0xfe) == 0xFE) {
            throw Problem.unreadable("unknown-encoding", "The CSV is UTF-16 text; save it as UTF-8.");
        }
        CsvRows line = new CsvRows((byte) ',', -1, -1).over(head, from, head.length);
        if (!line.next()) {
            throw Problem.unreadable("empty-csv", "The CSV is empty: it needs a header row with columns lon and lat.");
        }
        byte delimiter = delimiter(head, line.start, line.end);
        List<String> names = names(head, line.start, line.end, delimiter);
        int next = line.end;
        while (next < head.length && (head[next] == '\r' || head[next] == '\n')) {
            next++;
        }
        return new CsvLayout(
                delimiter,
                names.size(),
                find(names, lon, LON, "longitude"),
                find(names, lat, LAT, "latitude"),
                Arrays.copyOfRange(head, line.start, line.end),
                Arrays.copyOfRange(head, next, head.length));
    }

    private static byte delimiter(byte[] head, int from, int to) {
        byte best = ',';
        int most = 0;
        for (byte candidate : new byte[] {',', ';', '\t', '|'}) {
            int fields = names(head, from, to, candidate).size();
            if (fields > most) {
                most = fields;
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> names(byte[] head, int from, int to, byte delimiter) {
        List<String> names = new ArrayList<>();
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (head[i] == '"') {
                quoted = !quoted;
            } else if (head[i] == delimiter && !quoted) {
                names.add(text(name));
                name.reset();
            } else {
                name.write(head[i]);
            }
        }
        names.add(text(name));
        return names;
    }

    private static String text(ByteArrayOutputStream name) {
        String utf8 = name.toString(StandardCharsets.UTF_8);
        return (utf8.indexOf('\uFFFD') < 0 ? utf8 : name.toString(Charset.forName("GB18030"))).strip();
    }

    private static int find(List<String> names, Optional<String> said, List<String> usual, String what) {
        for (String wanted : said.map(List::of).orElse(usual)) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                    return i;
                }
            }
        }
        throw Problem.unreadable(
                "missing-column",
                "The CSV has no column for the " + what + " ("
                        + said.map(List::of).orElse(usual) + "); its columns are " + names + ".");
    }

    /** The header row of the output: the input's, and the two columns added. */
    byte[] outputHeader() {
        String mark = new String(new byte[] {delimiter}, StandardCharsets.ISO_8859_1);
        byte[] added = (mark + "grid_code" + mark + "standing\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(header, header.length + added.length);
        System.arraycopy(added, 0, all, header.length, added.length);
        return all;
    }

    /** Whether the last two columns are those that a join adds. */
    boolean isLocated() {
        List<String> names = names(header, 0, header.length, delimiter);
        return names.size() > 2
                && names.subList(names.size() - 2, names.size()).equals(List.of("grid_code", "standing"));
    }

    CsvRows rows() {
        return new CsvRows(delimiter, lonField, latField);
    }
}
