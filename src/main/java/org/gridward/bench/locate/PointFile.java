package org.gridward.bench.locate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridward.geometry.GridLocator;

/** A CSV of points, seven decimals, as long as wanted and the same every time; and the check of what became of it. */
final class PointFile {

    private static final int BLOCK = 1_000_000;
    private static final int DECIMALS = 7;
    private static final int LONGEST_ROW = 64;

    private final BenchLayer layer;
    private final long rows;

    PointFile(BenchLayer layer, long rows) {
        this.layer = layer;
        this.rows = rows;
    }

    void write(Path file) throws IOException {
        byte[] text = new byte[BLOCK * LONGEST_ROW];
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("lon,lat\n".getBytes(StandardCharsets.US_ASCII));
            for (long from = 0; from < rows; from += BLOCK) {
                double[] points = points(from);
                int size = 0;
                for (int i = 0; i < points.length; i += 2) {
                    size = row(text, size, points[i], points[i + 1]);
                    text[size++] = '\n';
                }
                out.write(text, 0, size);
            }
        }
    }

    /** Whether a located copy holds every row as it was, in order, with the code and no other that the locator gives. */
    boolean fits(Path located) throws IOException {
        GridLocator locator = layer.locator();
        int[] found = new int[BLOCK];
        byte[] wanted = new byte[LONGEST_ROW];
        try (LineReader lines = new LineReader(new BufferedInputStream(Files.newInputStream(located), 1 << 20))) {
            if (!new String(lines.next(), StandardCharsets.US_ASCII).strip().equals("lon,lat,grid_code,standing")) {
                return false;
            }
            for (long from = 0; from < rows; from += BLOCK) {
                double[] points = points(from);
                int[] answers = points.length == 2 * BLOCK ? found : new int[points.length / 2];
                locator.locate(points, answers);
                for (int i = 0; i < answers.length; i++) {
                    int size = row(wanted, 0, points[2 * i], points[2 * i + 1]);
                    wanted[size++] = ',';
                    String code = answers[i] == GridLocator.NONE ? "" : locator.code(answers[i]);
                    for (int c = 0; c < code.length(); c++) {
                        wanted[size++] = (byte) code.charAt(c);
                    }
                    wanted[size++] = ',';
                    if (!lines.nextStartsWith(wanted, size)) {
                        return false;
                    }
                }
            }
            return lines.next().length == 0;
        }
    }

    /** The points of one block, rounded to the decimals that are written. */
    private double[] points(long from) {
        int count = (int) Math.min(BLOCK, rows - from);
        double[] points = layer.points(count, from + 1);
        for (int i = 0; i < points.length; i++) {
            points[i] = Math.round(points[i] * 1e7) / 1e7;
        }
        return points;
    }

    private static int row(byte[] text, int at, double lon, double lat) {
        int next = number(text, at, Math.round(lon * 1e7));
        text[next] = ',';
        return number(text, next + 1, Math.round(lat * 1e7));
    }

    private static int number(byte[] text, int from, long tenMillionths) {
        int at = from;
        long rest = Math.abs(tenMillionths);
        if (tenMillionths < 0) {
            text[at++] = '-';
        }
        int digits = DECIMALS + 1;
        for (long whole = rest / 100_000_000; whole > 0; whole /= 10) {
            digits++;
        }
        int end = at + digits + 1;
        for (int i = end - 1; i >= at; i--) {
            if (end - 1 - i == DECIMALS) {
                text[i] = '.';
            } else {
                text[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return end;
    }

    /** Reads lines of one file as bytes. */
    private static final class LineReader implements AutoCloseable {
        private final InputStream in;
        private byte[] bytes = new byte[1 << 20];
        private int from;
        private int to;

        LineReader(InputStream in) {
            this.in = in;
        }

        /** The next line without its end; empty at the end of the file. */
        byte[] next() throws IOException {
            int end = lineEnd();
            byte[] line = Arrays.copyOfRange(bytes, from, end);
            from = Math.min(to, end + 1);
            return line;
        }

        boolean nextStartsWith(byte[] start, int length) throws IOException {
            int end = lineEnd();
            boolean fits = end - from >= length && Arrays.equals(bytes, from, from + length, start, 0, length);
            from = Math.min(to, end + 1);
            return fits;
        }

        private int lineEnd() throws IOException {
            int end = from;
            while (true) {
                while (end < to && bytes[end] != '\n') {
                    end++;
                }
                if (end < to) {
                    return end;
                }
                System.arraycopy(bytes, from, bytes, 0, to - from);
                end -= from;
                to -= from;
                from = 0;
                int read = in.read(bytes, to, bytes.length - to);
                if (read <= 0) {
                    return to;
                }
                to += read;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
