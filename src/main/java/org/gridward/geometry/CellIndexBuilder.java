package org.gridward.geometry;

import java.util.Arrays;

/**
 * Collects, polygon after polygon in ascending order, what a {@link CellIndex} says of each cell.
 *
 * <p>While collecting, a cell with a list is {@code ~n}, n being its newest link; links run from high to low index.
 */
final class CellIndexBuilder {

    private static final int END = -1;

    private final CellFrame frame;
    private final int[] cells;
    private int[] entries = new int[1024];
    private int[] older = new int[1024];
    private int links;

    CellIndexBuilder(CellFrame frame) {
        this.frame = frame;
        this.cells = new int[frame.size()];
    }

    void add(int cell, int index, boolean inside) {
        int known = cells[cell];
        if (known == 0 && inside) {
            cells[cell] = index + 1;
        } else if (known > 0) {
            int first = link(CellIndex.entry(known - 1, true), END);
            cells[cell] = ~link(CellIndex.entry(index, inside), first);
        } else {
            cells[cell] = ~link(CellIndex.entry(index, inside), known == 0 ? END : ~known);
        }
    }

    private int link(int entry, int next) {
        if (links == entries.length) {
            entries = Arrays.copyOf(entries, links * 2);
            older = Arrays.copyOf(older, links * 2);
        }
        entries[links] = entry;
        older[links] = next;
        return links++;
    }

    CellIndex build() {
        int lists = 0;
        for (int value : cells) {
            lists += value < 0 ? 1 : 0;
        }
        int[] packed = new int[links + lists];
        int at = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] < 0) {
                int end = pack(~cells[cell], packed, at);
                cells[cell] = ~at;
                at = end;
            }
        }
        return new CellIndex(frame, cells, packed);
    }

    private int pack(int newest, int[] packed, int at) {
        int count = 0;
        for (int link = newest; link != END; link = older[link]) {
            count++;
        }
        packed[at] = count;
        int place = at + count;
        for (int link = newest; link != END; link = older[link]) {
            packed[place--] = entries[link];
        }
        return at + count + 1;
    }
}
