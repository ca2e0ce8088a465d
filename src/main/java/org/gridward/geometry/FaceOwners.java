package org.gridward.geometry;

import java.util.Arrays;

/**
 * Who owns each face: nobody outside, and one grid more or less across every border. No point is ever sampled.
 *
 * <p>To cross a border is to enter or leave each grid whose border it is, so the owners of a face are those of its
 * neighbour with these exchanged. As every border is closed, all ways to a face agree.
 */
final class FaceOwners {

    /** Owners of all faces together; stacks of thousands of polygons would fill the memory. */
    static final long MAX_OWNERS = 5_000_000;

    private static final int[] NOBODY = {};

    private FaceOwners() {}

    /** The owners of each face as grid numbers, ascending; face 0, the outside, has none. */
    static int[][] of(EdgeSet pieces, int[] faceOfHalf, int faces) {
        int[][] owners = new int[faces][];
        int[] start = new int[faces + 1];
        for (int face : faceOfHalf) {
            start[face + 1]++;
        }
        for (int face = 0; face < faces; face++) {
            start[face + 1] += start[face];
        }
        int[] place = start.clone();
        int[] halves = new int[faceOfHalf.length];
        for (int half = 0; half < faceOfHalf.length; half++) {
            halves[place[faceOfHalf[half]]++] = half;
        }
        owners[0] = NOBODY;
        int[] queue = new int[faces];
        long total = 0;
        for (int head = 0, tail = 1; head < tail; head++) {
            int face = queue[head];
            for (int i = start[face]; i < start[face + 1]; i++) {
                int across = faceOfHalf[halves[i] ^ 1];
                if (owners[across] == null) {
                    owners[across] = exchanged(owners[face], pieces, halves[i] >> 1);
                    queue[tail++] = across;
                    total += owners[across].length;
                    if (total > MAX_OWNERS) {
                        throw tooMany();
                    }
                }
            }
        }
        return owners;
    }

    private static TooTangledException tooMany() {
        return new TooTangledException("the faces have more than %,d owners together; too many grids lie on one another"
                .formatted(MAX_OWNERS));
    }

    private static int[] exchanged(int[] owners, EdgeSet pieces, int piece) {
        int use = pieces.useStart()[piece];
        int end = pieces.useStart()[piece + 1];
        int[] result = new int[owners.length + end - use];
        int count = 0;
        for (int i = 0; i < owners.length || use < end; ) {
            if (use == end || i < owners.length && owners[i] < pieces.uses()[use]) {
                result[count++] = owners[i++];
            } else if (i == owners.length || owners[i] > pieces.uses()[use]) {
                result[count++] = pieces.uses()[use++];
            } else {
                i++;
                use++;
            }
        }
        return count == 0 ? NOBODY : Arrays.copyOf(result, count);
    }
}
