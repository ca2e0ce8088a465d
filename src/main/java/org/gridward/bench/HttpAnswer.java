package org.gridward.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects one HTTP/1.1 answer from a connection: with a Content-Length, or in chunks. Used again for the next one. */
final class HttpAnswer {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1 << 14];
    private int size;
    private int bodyAt = -1;
    private int chunkAt;
    private int end = -1;

    void clear() {
        size = 0;
        bodyAt = -1;
        end = -1;
    }

    /** Reads what has come; whether the answer is whole. */
    boolean read(SocketChannel from) throws IOException {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = from.read(ByteBuffer.wrap(bytes, size, bytes.length - size));
        if (read < 0) {
            throw new IOException("the server closed the connection after: " + text());
        }
        size += read;
        return whole();
    }

    /** The whole answer as it came, chunk sizes included. */
    String text() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** The body without chunk sizes. */
    String body() {
        if (end >= 0) {
            return new String(bytes, bodyAt, size - bodyAt, StandardCharsets.UTF_8);
        }
        StringBuilder body = new StringBuilder();
        int at = bodyAt;
        for (int length = chunkLength(at); length > 0; length = chunkLength(at)) {
            int from = lineEnd(at) + 2;
            body.append(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
            at = from + length + 2;
        }
        return new String(body.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Whether its status is 2xx. */
    boolean ok() {
        return size > 12 && bytes[9] == '2';
    }

    private boolean whole() {
        if (bodyAt < 0 && !readHeader()) {
            return false;
        }
        if (end >= 0) {
            return size >= end;
        }
        while (lineEnd(chunkAt) >= 0) {
            int length = chunkLength(chunkAt);
            if (length == 0) {
                return endsWithEmptyLine();
            }
            chunkAt = lineEnd(chunkAt) + 2 + length + 2;
        }
        return false;
    }

    private boolean readHeader() {
        int at = 0;
        for (int stop = lineEnd(at); stop >= 0; stop = lineEnd(at)) {
            if (stop == at) {
                bodyAt = at + 2;
                chunkAt = bodyAt;
                end = end < 0 ? -1 : bodyAt + end;
                return true;
            }
            if (stop - at > LENGTH.length && isLength(at)) {
                end = Integer.parseInt(
                        new String(bytes, at + LENGTH.length, stop - at - LENGTH.length, StandardCharsets.US_ASCII)
                                .strip());
            }
            at = stop + 2;
        }
        end = -1;
        return false;
    }

    private boolean isLength(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((bytes[at + i] | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private boolean endsWithEmptyLine() {
        return bytes[size - 4] == '\r' && bytes[size - 3] == '\n' && bytes[size - 2] == '\r' && bytes[size - 1] == '\n';
    }

    private int chunkLength(int at) {
        int length = 0;
        for (int i = at; Character.digit(bytes[i], 16) >= 0; i++) {
            length = 16 * length + Character.digit(bytes[i], 16);
        }
        return length;
    }

    /** Where the line that begins there ends, or -1. */
    private int lineEnd(int from) {
        for (int i = from; i + 1 < size; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
