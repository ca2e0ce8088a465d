package org.gridward.mapdata.join;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.gridward.grid.Tally;

/** The codes of a layer as bytes: in cells of a CSV, and as they go into a receipt's digest. Immutable, flat. */
final class CodeCells implements Tally.Codes {

    private final byte[] cells;
    private final int[] cellEnds;
    private final byte[] codes;
    private final int[] codeEnds;
    private int longest;

    CodeCells(LayerJoin join, byte delimiter) {
        ByteArrayOutputStream cellBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream codeBytes = new ByteArrayOutputStream();
        cellEnds = new int[join.size() + 1];
        codeEnds = new int[join.size() + 1];
        for (int i = 0; i < join.size(); i++) {
            cellBytes.writeBytes(quoted(join.code(i), (char) delimiter).getBytes(StandardCharsets.UTF_8));
            codeBytes.writeBytes(join.code(i).getBytes(StandardCharsets.UTF_8));
            cellEnds[i + 1] = cellBytes.size();
            codeEnds[i + 1] = codeBytes.size();
            longest = Math.max(longest, cellEnds[i + 1] - cellEnds[i]);
        }
        cells = cellBytes.toByteArray();
        codes = codeBytes.toByteArray();
    }

    private static String quoted(String code, char delimiter) {
        boolean plain = code.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return plain ? code : '"' + code.replace("\"", "\"\"") + '"';
    }

    /** The longest cell in bytes; no code is longer than its cell. */
    @Override
    public int longest() {
        return longest;
    }

    /** Copies the cell of a code and returns where it ends. */
    int cell(int index, byte[] into, int at) {
        return copy(cells, cellEnds[index], cellEnds[index + 1], into, at);
    }

    @Override
    public int code(int index, byte[] into, int at) {
        return copy(codes, codeEnds[index], codeEnds[index + 1], into, at);
    }

    static int copy(byte[] bytes, int from, int to, byte[] into, int at) {
        System.arraycopy(bytes, from, into, at, to - from);
        return at + to - from;
    }
}
