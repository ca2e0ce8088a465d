package org.gridward.mapdata.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gridward.platform.Problem;

/**
 * Opens a file by what is in it, not by its name: GeoJSON (one collection, or one feature a line), CSV, both also
 * gzipped, an .xlsx workbook, and a Shapefile, zipped or beside its .dbf.
 */
public final class SourceFiles {

    private static final long MOST_UNPACKED_BYTES = 64L << 30;

    private SourceFiles() {}

    /**
     * Opens a file.
     *
     * @param encoding code page of a CSV or .dbf where the user named one, else empty: found by looking
     * @throws Problem 400 when the file is missing, empty or of no known kind
     */
    public static FeatureSource open(Path file, ReadLimits limits, Optional<Charset> encoding) {
        try {
            if (!Files.isRegularFile(file)) {
                throw Problem.unreadable("no-such-file", "There is no file " + file + ".");
            }
            if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".shp")) {
                return ShapefileSource.open(ShapefileParts.beside(file), limits, encoding);
            }
            byte[] head = head(file);
            if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && XlsxGate.isWorkbook(file)) {
                return XlsxSource.open(file);
            }
            if (head.length > 3 && (head[0] & 0xff) == 0xD0 && (head[1] & 0xff) == 0xCF) {
                throw Problem.unreadable(
                        "old-workbook",
                        "The file " + file.getFileName() + " is a workbook of the old kind; save it as .xlsx or CSV.");
            }
            if (head.length > 3 && head[0] == 'P' && head[1] == 'K') {
                return ShapefileSource.open(ShapefileParts.zipped(file), limits, encoding);
            }
            int first = firstVisible(head);
            if (first < 0) {
                throw Problem.unreadable("empty-file", "The file " + file.getFileName() + " is empty.");
            }
            if (first == '{' || first == '[') {
                return GeoJsonSource.open(file, limits);
            }
            return CsvSource.open(file, limits, encoding);
        } catch (NoSuchFileException e) {
            throw Problem.unreadable("no-such-file", "There is no file " + file + ".");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The bytes of a file, unpacked when it is gzipped. */
    public static InputStream bytes(Path file) throws IOException {
        return unpacked(Files.newInputStream(file));
    }

    /** As {@link #bytes}, telling the share of the file that has been read. */
    public static InputStream watched(Path file, DoubleConsumer share) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Problem.unreadable("no-such-file", "There is no file " + file + ".");
        }
        long size = Math.max(1, Files.size(file));
        CountedBytes raw = new CountedBytes(Files.newInputStream(file), Long.MAX_VALUE) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                share.accept((double) count() / size);
                return super.read(into, from, length);
            }
        };
        return unpacked(raw);
    }

    /** Whether the first visible character is one that JSON begins with. */
    public static boolean isJson(Path file) throws IOException {
        int first = firstVisible(head(file));
        return first == '{' || first == '[';
    }

    static InputStream unpacked(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        in.mark(4);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b
                ? new CountedBytes(new GZIPInputStream(in, 1 << 16), MOST_UNPACKED_BYTES)
                : in;
    }

    static Problem unreadable(Path file, IOException e) {
        String why = e instanceof ZipException || e instanceof java.io.EOFException
                ? "it is cut off or damaged (" + e.getMessage() + "). Copy it again"
                : e.getMessage() + ". Check the file";
        return Problem.unreadable(
                "unreadable-file", "The file " + file.getFileName() + " cannot be read: " + why + ".");
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = bytes(file)) {
            return in.readNBytes(4096);
        }
    }

    private static int firstVisible(byte[] head) {
        for (byte one : head) {
            boolean mark = one == (byte) 0xEF || one == (byte) 0xBB || one == (byte) 0xBF;
            if (!mark && one != ' ' && one != '\n' && one != '\r' && one != '\t') {
                return one & 0xff;
            }
        }
        return -1;
    }
}
