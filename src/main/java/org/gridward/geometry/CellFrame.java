package org.gridward.geometry;

/**
 * A lattice of equal cells over an area, and the one arithmetic that turns coordinates into units of a cell's
 * 16,384th.
 *
 * <p>{@link #u} and {@link #v} never decrease with the coordinate and lie within 2^-9 units of the exact product.
 * {@link #x} and {@link #y} are these, rounded to the nearest whole unit by adding 2^52, where doubles are whole numbers
 * and the bits below the exponent are the number itself: no conversion that the processor has to check.
 * Around the area lies a rim of cells that no polygon reaches: NaN, infinities and far points are put there, so that
 * no question needs a test of its own. A frame that {@link #isWhole} is one cell that holds everything.
 */
final class CellFrame {

    static final int BITS = 14;
    static final int UNITS = 1 << BITS;

    /** How far around a cell its edges are looked for, in units: far more than all roundings together. */
    static final int MARGIN = UNITS / 64;

    private static final int MAX_PER_AXIS = 1 << 16;
    private static final int MIN_RIM = 2;

    /** A cell must be so many times wider than the spacing of doubles, or its units mean nothing. */
    private static final double SPACINGS_PER_CELL = 1 << 24;

    private static final double WHOLE = 0x1p52;
    private static final long WHOLE_BITS = Double.doubleToRawLongBits(WHOLE);

    private final double left;
    private final double bottom;
    private final double scaleX;
    private final double scaleY;
    private final int lastX;
    private final int lastY;
    final int columns;
    final int rows;

    private CellFrame(double minX, double minY, double scaleX, double scaleY, int columns, int rows) {
        this.left = Math.rint(minX * scaleX);
        this.bottom = Math.rint(minY * scaleY);
        this.scaleX = scaleX;
        this.scaleY = scaleY;
        this.columns = columns;
        this.rows = rows;
        this.lastX = columns * UNITS - 1;
        this.lastY = rows * UNITS - 1;
    }

    /** One cell for everything: for areas without width, or of no more width than a few doubles. */
    static CellFrame whole() {
        return new CellFrame(0, 0, 0, 0, 1, 1);
    }

    /** About {@code cells} cells over the area, each about as wide as high in degrees, and the rim. */
    static CellFrame over(double west, double south, double east, double north, double cells) {
        double ratio = Math.sqrt((east - west) / (north - south));
        double side = Math.sqrt(cells);
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            return whole();
        }
        double columns = Math.min(side * ratio, cells);
        double rows = Math.min(side / ratio, cells);
        return fit(west, east, south, north, count(west, east, columns), count(south, north, rows));
    }

    private static int count(double low, double high, double wanted) {
        double spacing = Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
        double bearable = (high - low) / (spacing * SPACINGS_PER_CELL);
        return (int) Math.min(MAX_PER_AXIS - 2 * rim(MAX_PER_AXIS), Math.min(Math.max(1, wanted), bearable));
    }

    private static int rim(int count) {
        return Math.max(MIN_RIM, count / 128);
    }

    private static CellFrame fit(double west, double east, double south, double north, int across, int up) {
        if (across < 1 || up < 1) {
            return whole();
        }
        double width = (east - west) / across;
        double height = (north - south) / up;
        CellFrame frame = new CellFrame(
                west - rim(across) * width,
                south - rim(up) * height,
                UNITS / width,
                UNITS / height,
                across + 2 * rim(across),
                up + 2 * rim(up));
        return frame.contains(west, south, east, north) ? frame : whole();
    }

    /** True if a box lies within the lattice and off its outermost cells. */
    boolean contains(double west, double south, double east, double north) {
        return u(west) >= 1.5 * UNITS
                && v(south) >= 1.5 * UNITS
                && u(east) <= (columns - 1.5) * UNITS
                && v(north) <= (rows - 1.5) * UNITS
                && Double.isFinite(scaleX)
                && Double.isFinite(scaleY);
    }

    boolean isWhole() {
        return columns == 1;
    }

    double u(double lon) {
        return lon * scaleX - left;
    }

    double v(double lat) {
        return lat * scaleY - bottom;
    }

    /** A longitude in whole units; beyond the lattice, the first or the last, as for NaN. */
    int x(double lon) {
        return (int) within(units(lon, scaleX, WHOLE - left), lastX);
    }

    /** A latitude in whole units; beyond the lattice, the first or the last, as for NaN. */
    int y(double lat) {
        return (int) within(units(lat, scaleY, WHOLE - bottom), lastY);
    }

    private static long units(double degrees, double scale, double origin) {
        return Double.doubleToRawLongBits(degrees * scale + origin) - WHOLE_BITS;
    }

    private static long within(long units, long last) {
        return units < 0 ? 0 : Math.min(units, last);
    }

    int cell(int x, int y) {
        return (y >> BITS) * columns + (x >> BITS);
    }

    int size() {
        return columns * rows;
    }

    /** Writes whole units of points {@code from} … {@code from + count} and the cells they lie in. */
    void place(double[] lonLat, int from, int count, int[] x, int[] y, int[] cells) {
        double west = WHOLE - left;
        double south = WHOLE - bottom;
        double perLon = scaleX;
        double perLat = scaleY;
        long right = lastX;
        long top = lastY;
        int width = columns;
        for (int i = 0, at = 2 * from; i < count; i++, at += 2) {
            long px = units(lonLat[at], perLon, west);
            long py = units(lonLat[at + 1], perLat, south);
            if ((px | right - px | py | top - py) < 0) {
                px = within(px, right);
                py = within(py, top);
            }
            x[i] = (int) px;
            y[i] = (int) py;
            cells[i] = ((int) py >> BITS) * width + ((int) px >> BITS);
        }
    }
}
