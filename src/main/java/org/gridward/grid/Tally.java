package org.gridward.grid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.gridward.geometry.GridLocator;

/** Adds up a join in input order and writes its receipt. Not safe for several threads at once. */
public final class Tally {

    /** The codes of a set of grids as bytes in UTF-8, by index. */
    public interface Codes {

        /** The longest code in bytes. */
        int longest();

        /** Copies a code and returns where it ends. */
        int code(int index, byte[] into, int at);
    }

    private static final int LINES = 1 << 15;

    private final long[] counts = new long[PointStanding.values().length];
    private final MessageDigest digest;
    private byte[] lines = new byte[LINES];
    private byte[] number = {'0'};
    private long in;

    public Tally() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** The next point of the input; the code is null or empty where no grid holds it. */
    public void add(PointStanding standing, String gridCode) {
        counts[standing.ordinal()]++;
        byte[] code = gridCode == null ? new byte[0] : gridCode.getBytes(StandardCharsets.UTF_8);
        digest.update(number);
        digest.update((byte) ',');
        digest.update(code);
        digest.update((byte) '\n');
        count();
    }

    /** The next points at once: the index of each one's grid, and how many stand how, by the ordinal of the standing. */
    public void add(int[] found, int[] standings, Codes codes) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += standings[i];
        }
        if (lines.length < LINES + codes.longest() + 32) {
            lines = new byte[LINES + codes.longest() + 32];
        }
        int at = 0;
        for (int index : found) {
            for (byte digit : number) {
                lines[at++] = digit;
            }
            lines[at++] = ',';
            if (index != GridLocator.NONE) {
                at = codes.code(index, lines, at);
            }
            lines[at++] = '\n';
            if (at >= LINES) {
                digest.update(lines, 0, at);
                at = 0;
            }
            count();
        }
        digest.update(lines, 0, at);
    }

    /** Counts in decimal digits, so that no number needs to be turned into text. */
    private void count() {
        in++;
        int place = number.length - 1;
        while (place >= 0 && number[place] == '9') {
            number[place--] = '0';
        }
        if (place < 0) {
            byte[] longer = new byte[number.length + 1];
            java.util.Arrays.fill(longer, (byte) '0');
            longer[0] = '1';
            number = longer;
        } else {
            number[place]++;
        }
    }

    /** How many points have been added. */
    public long in() {
        return in;
    }

    /** The receipt; to be called once, at the end. Times that differ from point to point are null. */
    public Receipt receipt(String layer, String edition, Instant at, Instant knownAt) {
        return new Receipt(
                layer,
                edition,
                Receipt.RULE_VERSION,
                at,
                knownAt,
                in,
                counts[PointStanding.OWNED.ordinal()],
                counts[PointStanding.JOINT.ordinal()],
                counts[PointStanding.GAP.ordinal()],
                counts[PointStanding.OUTSIDE.ordinal()],
                counts[PointStanding.INVALID.ordinal()],
                HexFormat.of().formatHex(digest.digest()));
    }
}
