package org.gridward.mapdata.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gridward.platform.Problem;

/**
 * Looks through a workbook before anything of it is read: how many parts, how large they really are when unpacked, no macros,
 * no document types. Links to other files stay unread.
 */
final class XlsxGate {

    private static final long MOST_PACKED = 50_000_000;
    private static final long MOST_UNPACKED = 200_000_000;
    private static final int MOST_ENTRIES = 200;
    private static final long SMALL = 1_000_000;
    private static final int MOST_RATIO = 100;

    private XlsxGate() {}

    /** Whether a zip is a workbook, by its parts. */
    static boolean isWorkbook(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return zip.getEntry("xl/workbook.xml") != null;
        } catch (IOException damaged) {
            return false;
        }
    }

    /** @throws Problem 422 {@code xlsx-limits} or {@code xlsx-content}, naming what is wrong */
    static void check(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.size(file) > MOST_PACKED) {
            throw limits(name, "it is larger than 50 MB");
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_ENTRIES) {
                throw limits(name, "it holds " + zip.size() + " parts, at most " + MOST_ENTRIES + " are read");
            }
            long unpacked = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith("vbaProject.bin")) {
                    throw content(name, "it holds macros; save it as a plain .xlsx");
                }
                if (entry.getName().matches("(?i).*\\.(zip|xlsx|xlsm|gz|7z|rar|jar)")) {
                    throw content(name, "it holds another archive, \"" + entry.getName() + "\"");
                }
                unpacked += read(zip, entry, name, MOST_UNPACKED - unpacked);
            }
        } catch (ZipException damaged) {
            throw Problem.unreadable(
                    "damaged-zip", "The workbook " + name + " is cut off or damaged (" + damaged.getMessage() + ").");
        }
    }

    /** Unpacks a part to nowhere: what the archive says of its size is not believed. */
    private static long read(ZipFile zip, ZipEntry entry, String name, long left) throws IOException {
        long most = Math.min(left, Math.max(SMALL, Math.max(1, entry.getCompressedSize()) * MOST_RATIO));
        byte[] block = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                if (size == 0 && entry.getName().matches("(?i).*\\.(xml|rels)") && hasDoctype(block, got)) {
                    throw content(name, "the part \"" + entry.getName() + "\" declares a document type");
                }
                size += got;
                if (size > most) {
                    throw limits(name, "unpacked it would be far larger than it is (a zip bomb?)");
                }
            }
        }
        return size;
    }

    private static boolean hasDoctype(byte[] block, int length) {
        String head = new String(block, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
        return head.contains("<!DOCTYPE") || head.contains("<!ENTITY");
    }

    private static Problem limits(String file, String why) {
        return Problem.unprocessable(
                "xlsx-limits",
                "The workbook " + file + " is refused: " + why
                        + ". Save the one sheet that is needed, at most 200 MB unpacked, or send a CSV.");
    }

    private static Problem content(String file, String why) {
        return Problem.unprocessable("xlsx-content", "The workbook " + file + " is refused: " + why + ".");
    }
}
