package org.gridward.geometry;

import java.util.Arrays;

/** The codes of numbered polygons in sorted order: number to rank and back. Immutable. */
final class RankedCodes {

    private final String[] sorted;

    /** The rank of each number, NONE for numbers out of use. */
    private final int[] ranks;

    private final int[] numbers;
    private final boolean inOrder;

    private RankedCodes(String[] sorted, int[] ranks, int[] numbers, boolean inOrder) {
        this.sorted = sorted;
        this.ranks = ranks;
        this.numbers = numbers;
        this.inOrder = inOrder;
    }

    /** Codes that are sorted and numbered in this order. */
    static RankedCodes inOrder(String[] sorted) {
        int[] numbers = CellTables.identity(sorted.length);
        return new RankedCodes(sorted, numbers, numbers, true);
    }

    /** Codes by number; null where a number is out of use. */
    static RankedCodes byNumber(String[] codes) {
        int[] numbers = java.util.stream.IntStream.range(0, codes.length)
                .filter(number -> codes[number] != null)
                .boxed()
                .sorted((a, b) -> codes[a].compareTo(codes[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[codes.length];
        Arrays.fill(ranks, GridLocator.NONE);
        String[] sorted = new String[numbers.length];
        boolean inOrder = numbers.length == codes.length;
        for (int rank = 0; rank < numbers.length; rank++) {
            ranks[numbers[rank]] = rank;
            sorted[rank] = codes[numbers[rank]];
            inOrder &= numbers[rank] == rank;
        }
        return new RankedCodes(sorted, ranks, numbers, inOrder);
    }

    int size() {
        return sorted.length;
    }

    String code(int rank) {
        return sorted[rank];
    }

    /** The number of a code, or NONE. */
    int find(String code) {
        int rank = Arrays.binarySearch(sorted, code);
        return rank < 0 ? GridLocator.NONE : numbers[rank];
    }

    int number(int rank) {
        return numbers[rank];
    }

    /** The rank of a polygon; of NONE, NONE. */
    int rank(int number) {
        return inOrder || number < 0 ? number : ranks[number];
    }

    boolean isInOrder() {
        return inOrder;
    }

    /** By number; numbers out of use have NONE. */
    int[] ranks() {
        return ranks;
    }

    String[] byNumber() {
        String[] codes = new String[ranks.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            codes[numbers[rank]] = sorted[rank];
        }
        return codes;
    }

    long bytes() {
        return 8L * ranks.length + 8L * sorted.length;
    }
}
