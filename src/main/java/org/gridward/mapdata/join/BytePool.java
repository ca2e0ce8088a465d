package org.gridward.mapdata.join;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Byte arrays for use again: clearing new ones would cost as much as copying into them. Thread-safe. */
final class BytePool {

    private final BlockingQueue<byte[]> free;

    BytePool(int most) {
        this.free = new ArrayBlockingQueue<>(most);
    }

    /** An array of at least that size, whatever is in it. */
    byte[] take(int size) {
        byte[] used = free.poll();
        return used != null && used.length >= size ? used : new byte[size];
    }

    /** Takes an array back that nobody reads any more. */
    void give(byte[] bytes) {
        free.offer(bytes);
    }
}
