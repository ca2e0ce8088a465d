package org.gridward.mapdata.join;

import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;

/**
 * Reads the rows of a block in one pass: their ends, and the two coordinates as numbers. Rows with quoted fields take the
 * longer way of {@link CsvRows}; both see the same rows.
 */
final class RowScan {

    private final CsvLayout layout;
    private final byte delimiter;
    private final Datum datum;
    private final boolean numbers;

    /** @param numbers false when only the ends of rows matter */
    RowScan(CsvLayout layout, Datum datum, boolean numbers) {
        this.layout = layout;
        this.delimiter = layout.delimiter();
        this.datum = datum;
        this.numbers = numbers;
    }

    /** Fills the sheet with the block's rows; a point that is none is NaN. */
    void read(CsvBlock block, RowSheet sheet) {
        byte[] bytes = block.bytes();
        int limit = block.length();
        DecimalBytes.Cursor cursor = new DecimalBytes.Cursor();
        sheet.rows = 0;
        sheet.lastIsOpen = false;
        int at = 0;
        while (at < limit) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                at++;
            } else {
                at = row(bytes, at, limit, cursor, sheet);
            }
        }
    }

    /** Reads one row and returns where the next may begin. */
    private int row(byte[] bytes, int start, int limit, DecimalBytes.Cursor cursor, RowSheet sheet) {
        double lon = Double.NaN;
        double lat = Double.NaN;
        int fields = 0;
        int at = start;
        while (true) {
            if (at < limit && bytes[at] == '"') {
                return quotedRow(bytes, start, limit, sheet);
            }
            if (numbers && fields == layout.lonField()) {
                lon = cursor.parse(bytes, at, limit, delimiter);
                at = cursor.end;
            } else if (numbers && fields == layout.latField()) {
                lat = cursor.parse(bytes, at, limit, delimiter);
                at = cursor.end;
            } else {
                while (at < limit && bytes[at] != delimiter && bytes[at] != '\n') {
                    at++;
                }
            }
            fields++;
            if (at >= limit || bytes[at] == '\n') {
                break;
            }
            at++;
        }
        int end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        add(sheet, start, end, fields, lon, lat);
        return at + 1;
    }

    private int quotedRow(byte[] bytes, int start, int limit, RowSheet sheet) {
        CsvRows rows = layout.rows().over(bytes, start, limit);
        rows.next();
        double lon = DecimalBytes.parse(bytes, rows.lonFrom, rows.lonTo);
        double lat = DecimalBytes.parse(bytes, rows.latFrom, rows.latTo);
        add(sheet, rows.start, rows.end, rows.fields, lon, lat);
        sheet.lastIsOpen = rows.open;
        return rows.position();
    }

    private void add(RowSheet sheet, int from, int to, int fields, double lon, double lat) {
        int lack = layout.columns() - fields;
        if (lack != 0 || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            sheet.add(from, to, lack, Double.NaN, Double.NaN);
        } else if (datum == Datum.WGS84) {
            sheet.add(from, to, lack, lon, lat);
        } else {
            LonLat moved = datum.toWgs84(lon, lat);
            sheet.add(from, to, lack, moved.lon(), moved.lat());
        }
    }
}
