package org.gridward.mapdata.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass, for the progress bar, and stops at a limit, for archives that lie about their size. */
class CountedBytes extends FilterInputStream {

    private final long limit;
    private long count;

    CountedBytes(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        pass(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        pass(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        pass(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void pass(long more) throws IOException {
        count += more;
        if (count > limit) {
            throw new IOException("more than " + limit + " bytes");
        }
    }
}
