package org.gridward.mapdata.join;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.PointStanding;
import org.gridward.grid.Receipt;
import org.gridward.grid.Tally;
import org.gridward.platform.Problem;

/** Adds up the output of a join once more, from its own rows, so that a receipt can be checked by anybody. */
public final class ReceiptCheck {

    private ReceiptCheck() {}

    /**
     * The receipt of a CSV that a join has written: the last two fields of each row are code and standing.
     *
     * @throws Problem 400 when the text has no such fields
     */
    public static Receipt ofCsv(InputStream in, String layer, String edition) throws IOException {
        CsvLayout layout = CsvLayout.read(in, Optional.of("grid_code"), Optional.of("standing"));
        CsvBlocks blocks = new CsvBlocks(in, layout.rest(), layout.delimiter(), new BytePool(1));
        Tally tally = new Tally();
        for (CsvBlock block = blocks.next(); block != null; block = blocks.next()) {
            CsvRows rows = layout.rows().over(block.bytes(), 0, block.length());
            while (rows.next()) {
                String code =
                        text(block.bytes(), rows.beforeFrom, rows.beforeTo).replace("\"\"", "\"");
                tally.add(standing(text(block.bytes(), rows.lastFrom, rows.lastTo)), code);
            }
        }
        return tally.receipt(layer, edition, null, null);
    }

    /** The standing of that name. @throws Problem 400 when there is none */
    public static PointStanding standing(String name) {
        for (PointStanding standing : PointStanding.values()) {
            if (standing.name().equals(name)) {
                return standing;
            }
        }
        throw Problem.unreadable(
                "unknown-standing",
                "'" + name + "' is no standing; " + List.of(PointStanding.values())
                        + " are. Is this the output of locate?");
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
