package org.gridward.mapdata.join;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Adds up a join in input order and writes its receipt. Not safe for several threads at once. */
public final class Tally {

    private final long[] counts = new long[PointStanding.values().length];
    private final MessageDigest digest;
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
        digest.update((in + "," + (gridCode == null ? "" : gridCode) + "\n").getBytes(StandardCharsets.UTF_8));
        in++;
    }

    /** The next points at once: how many of each standing, and their lines as they go into the digest. */
    void add(int[] standings, byte[] lines, int length) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += standings[i];
            in += standings[i];
        }
        digest.update(lines, 0, length);
    }

    /** The receipt; to be called once, at the end. */
    public Receipt receipt(String layer, String edition) {
        return new Receipt(
                layer,
                edition,
                Receipt.RULE_VERSION,
                in,
                counts[PointStanding.OWNED.ordinal()],
                counts[PointStanding.JOINT.ordinal()],
                counts[PointStanding.GAP.ordinal()],
                counts[PointStanding.OUTSIDE.ordinal()],
                counts[PointStanding.INVALID.ordinal()],
                HexFormat.of().formatHex(digest.digest()));
    }
}
