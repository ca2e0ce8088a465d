package org.gridward.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy between browser and server that passes everything, and does to the live stream what networks do. */
final class StreamProxy implements AutoCloseable {

    /** What becomes of the stream; everything else always passes. */
    enum Mode {
        PASS,
        /** Connections are closed, and new ones at once. */
        CUT,
        /** Connections stay open and nothing comes through for now. */
        STALL,
        /** What comes is held back until there are 64 KB of it, as a buffering proxy does. */
        BUFFER
    }

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String STREAM = "GET /api/v1/stream";

    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile Mode mode = Mode.PASS;

    StreamProxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    void mode(Mode next) {
        mode = next;
        if (next == Mode.CUT) {
            cut();
        }
    }

    /** Cuts the streams that are open; new ones go by the mode. */
    void cut() {
        streams.forEach(StreamProxy::quietly);
    }

    /** How many streams were asked for so far. */
    int opened() {
        return opened.get();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            boolean[] stream = new boolean[1];
            start(() -> up(client, server, stream));
            start(() -> down(client, server, stream));
        }
    }

    private void up(Socket client, Socket server, boolean[] stream) throws IOException {
        try (client;
                server) {
            byte[] bytes = new byte[16_384];
            InputStream in = client.getInputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (new String(bytes, 0, n, StandardCharsets.ISO_8859_1).startsWith(STREAM)) {
                    opened.incrementAndGet();
                    stream[0] = true;
                    streams.add(client);
                    if (mode == Mode.CUT) {
                        return;
                    }
                } else {
                    stream[0] = false;
                }
                server.getOutputStream().write(bytes, 0, n);
            }
        } finally {
            streams.remove(client);
        }
    }

    private void down(Socket client, Socket server, boolean[] stream) throws IOException {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        try (client;
                server) {
            byte[] bytes = new byte[16_384];
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                Mode now = stream[0] ? mode : Mode.PASS;
                held.write(bytes, 0, n);
                if (now == Mode.PASS || now == Mode.BUFFER && held.size() >= BUFFER_BYTES) {
                    held.writeTo(out);
                    held.reset();
                }
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException gone) {
                        // One end has left; the other is closed with it.
                    }
                },
                "stream-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Closed already.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
