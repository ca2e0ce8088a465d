package org.gridward.mapdata.files;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gridward.platform.Problem;

/**
 * The parts of one Shapefile (.shp, .dbf, .prj, .cpg), out of a zip or beside each other in a folder.
 *
 * <p>A zip is never unpacked to disk, so its names lead nowhere; still, names with {@code ..}, absolute names and archives
 * inside archives are refused, and so are more than 50 MB packed, 200 MB unpacked, 200 entries or 100 times the size,
 * counted while reading, whatever the archive says about itself.
 */
final class ShapefileParts implements Closeable {

    static final long MOST_PACKED = 50L << 20;
    static final long MOST_UNPACKED = 200L << 20;
    static final int MOST_ENTRIES = 200;
    static final int MOST_RATIO = 100;
    private static final long SMALL = 1 << 20;

    private interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Map<String, Opener> parts;
    private final Closeable archive;

    private ShapefileParts(String name, Map<String, Opener> parts, Closeable archive) {
        this.name = name;
        this.parts = parts;
        this.archive = archive;
    }

    static ShapefileParts beside(Path shp) {
        String file = shp.getFileName().toString();
        String stem = file.substring(0, file.length() - 4);
        Map<String, Opener> parts = new LinkedHashMap<>();
        for (String part : List.of("shp", "dbf", "prj", "cpg", "cst")) {
            for (String spelled : List.of(part, part.toUpperCase(Locale.ROOT))) {
                Path beside = shp.resolveSibling(stem + "." + spelled);
                if (Files.isRegularFile(beside)) {
                    parts.putIfAbsent(part, () -> Files.newInputStream(beside));
                }
            }
        }
        return new ShapefileParts(file, parts, () -> {});
    }

    static ShapefileParts zipped(Path zip) throws IOException {
        String file = zip.getFileName().toString();
        if (Files.size(zip) > MOST_PACKED) {
            throw tooLarge(file, "it is larger than 50 MB");
        }
        ZipFile archive;
        try {
            archive = new ZipFile(zip.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException e) {
            throw Problem.unreadable(
                    "damaged-zip",
                    "The zip " + file + " is cut off or damaged (" + e.getMessage() + "). Copy it again.");
        }
        try {
            return of(file, archive);
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static ShapefileParts of(String file, ZipFile archive) {
        List<ZipEntry> entries = new ArrayList<>();
        long unpacked = 0;
        if (archive.size() > MOST_ENTRIES) {
            throw tooLarge(file, "it holds " + archive.size() + " entries, at most 200 are read");
        }
        for (ZipEntry entry : java.util.Collections.list(archive.entries())) {
            ZipNames.check(file, entry.getName());
            unpacked += Math.max(entry.getSize(), 0);
            long packed = Math.max(entry.getCompressedSize(), 1);
            if (unpacked > MOST_UNPACKED || entry.getSize() > SMALL && entry.getSize() / packed > MOST_RATIO) {
                throw tooLarge(file, "unpacked it would be far larger than it is (a zip bomb?)");
            }
            if (!entry.isDirectory() && !ZipNames.isHousekeeping(entry.getName())) {
                entries.add(entry);
            }
        }
        List<ZipEntry> shapes = entries.stream()
                .filter(entry -> ZipNames.extension(entry.getName()).equals("shp"))
                .toList();
        if (shapes.size() != 1) {
            List<String> names = (shapes.isEmpty() ? entries : shapes)
                    .stream().map(ZipEntry::getName).limit(8).toList();
            throw Problem.unreadable(
                    "not-one-shapefile",
                    "The zip " + file + " holds " + (shapes.isEmpty() ? "no" : shapes.size()) + " Shapefile (.shp): "
                            + names + ". Zip exactly one, with its .dbf and .prj.");
        }
        String stem = ZipNames.stem(shapes.get(0).getName());
        Map<String, Opener> parts = new LinkedHashMap<>();
        for (ZipEntry entry : entries) {
            if (ZipNames.stem(entry.getName()).equalsIgnoreCase(stem)) {
                parts.putIfAbsent(ZipNames.extension(entry.getName()), () -> counted(archive, entry));
            }
        }
        return new ShapefileParts(file, parts, archive);
    }

    private static InputStream counted(ZipFile archive, ZipEntry entry) throws IOException {
        long packed = Math.max(entry.getCompressedSize(), 1);
        long most = Math.min(MOST_UNPACKED, Math.max(SMALL, packed * MOST_RATIO));
        return new CountedBytes(archive.getInputStream(entry), most);
    }

    private static Problem tooLarge(String file, String why) {
        return Problem.unprocessable(
                "zip-limits",
                "The zip " + file + " is refused: " + why
                        + ". Zip one Shapefile of at most 200 MB (50 MB packed), or split the layer.");
    }

    String name() {
        return name;
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** A part from its start; each call reads anew. */
    InputStream open(String part) throws IOException {
        Opener opener = parts.get(part);
        if (opener == null) {
            throw Problem.unreadable(
                    "part-missing",
                    "The Shapefile " + name + " has no ." + part + " part; add it, with the same name.");
        }
        return new BufferedInputStream(opener.open(), 1 << 16);
    }

    /** A small text part such as .prj or .cpg; empty when it is absent. */
    Optional<String> text(String part) throws IOException {
        if (!has(part)) {
            return Optional.empty();
        }
        try (InputStream in = open(part)) {
            return Optional.of(new String(in.readNBytes(65_536), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .strip());
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
