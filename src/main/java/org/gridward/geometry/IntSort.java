package org.gridward.geometry;

import java.util.Arrays;

/** Sorts numbers by an order of their own, stably and without boxes. n log n comparisons, one spare array. */
final class IntSort {

    private static final int SMALL = 12;

    /** Negative, zero or positive, as a comparator. */
    interface Order {
        int compare(int a, int b);
    }

    private IntSort() {}

    /** Sorts the places from {@code start} up to, not including, {@code end}. */
    static void sort(int[] items, int start, int end, Order order) {
        if (end - start <= SMALL) {
            insert(items, start, end, order);
        } else {
            int[] part = Arrays.copyOfRange(items, start, end);
            merge(part, part.clone(), 0, part.length, order);
            System.arraycopy(part, 0, items, start, part.length);
        }
    }

    /** Both arrays hold the same in this range; the sorted range is left in {@code into}. */
    private static void merge(int[] into, int[] from, int start, int end, Order order) {
        if (end - start <= SMALL) {
            insert(into, start, end, order);
            return;
        }
        int middle = (start + end) >>> 1;
        merge(from, into, start, middle, order);
        merge(from, into, middle, end, order);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || (left < middle && order.compare(from[left], from[right]) <= 0);
            into[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private static void insert(int[] items, int start, int end, Order order) {
        for (int i = start + 1; i < end; i++) {
            int item = items[i];
            int place = i;
            while (place > start && order.compare(items[place - 1], item) > 0) {
                items[place] = items[place - 1];
                place--;
            }
            items[place] = item;
        }
    }
}
