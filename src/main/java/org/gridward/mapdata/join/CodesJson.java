package org.gridward.mapdata.join;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.gridward.geometry.GridLocator;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import tools.jackson.databind.json.JsonMapper;

/** Locates the points of a JSON question and writes the answer as bytes; thread-safe. */
public final class CodesJson {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final PointStanding[] STANDINGS = PointStanding.values();
    private static final byte[][] STANDING_WORDS = Arrays.stream(STANDINGS)
            .map(standing -> ('"' + standing.name() + '"').getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private final JsonMapper json;
    private final Map<GridLocator, CodeCells> plain = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<GridLocator, byte[][]> words = Collections.synchronizedMap(new WeakHashMap<>());

    public CodesJson(JsonMapper json) {
        this.json = json;
    }

    /** {@code {"gridCodes":[…],"standings":[…],"receipt":{…}}}. */
    public byte[] answer(LayerJoin join, double[] lonLat) {
        int[] found = new int[lonLat.length / 2];
        join.locate(lonLat, found);
        byte[][] codes = words.computeIfAbsent(join.locator(), locator -> words(join));
        byte[] standings = new byte[found.length];
        int[] counts = new int[STANDINGS.length];
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * found.length / 2 + 512);
        out.writeBytes("{\"gridCodes\":[".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < found.length; i++) {
            PointStanding standing = join.standing(found[i], lonLat[2 * i], lonLat[2 * i + 1]);
            standings[i] = (byte) standing.ordinal();
            counts[standing.ordinal()]++;
            write(out, i, found[i] == GridLocator.NONE ? NULL : codes[found[i]]);
        }
        out.writeBytes("],\"standings\":[".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < found.length; i++) {
            write(out, i, STANDING_WORDS[standings[i]]);
        }
        Tally tally = new Tally();
        tally.add(found, counts, plain.computeIfAbsent(join.locator(), locator -> new CodeCells(join, (byte) ',')));
        Receipt receipt = join.receipt(tally);
        out.writeBytes("],\"receipt\":".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(json.writeValueAsBytes(receipt.fields()));
        out.write('}');
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int place, byte[] word) {
        if (place > 0) {
            out.write(',');
        }
        out.write(word, 0, word.length);
    }

    private byte[][] words(LayerJoin join) {
        byte[][] made = new byte[join.size()][];
        for (int i = 0; i < made.length; i++) {
            made[i] = json.writeValueAsBytes(join.code(i));
        }
        return made;
    }
}
