package org.gridward.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A lean load generator: some clients that each keep one connection and ask again as soon as they have their answer,
 * driven by two threads as pgbench does. What it costs comes from the server's share of the cores.
 */
public final class HttpLoad {

    private static final int THREADS = 2;

    private final InetSocketAddress server;
    private final byte[][] requests;

    /** @param requests whole requests, of which each client sends any at random */
    public HttpLoad(String url, byte[][] requests) {
        URI place = URI.create(url);
        this.server = new InetSocketAddress(place.getHost(), place.getPort());
        this.requests = requests;
    }

    public static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\n" + header() + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] post(String path, String type, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\n" + header() + "Content-Type: " + type + "\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        byte[] request =
                java.util.Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + content.length);
        System.arraycopy(content, 0, request, head.length(), content.length);
        return request;
    }

    private static String header() {
        String user = Base64.getEncoder()
                .encodeToString(("dispatcher:" + Instance.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return "Host: localhost\r\nAuthorization: Basic " + user + "\r\n";
    }

    /** Answered requests a second; an answer other than 2xx ends it. */
    public double perSecond(int clients, double seconds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            counts.add(pool.submit(() -> drive(clients / THREADS, random, end)));
        }
        int total = 0;
        for (Future<Integer> count : counts) {
            total += count.get();
        }
        pool.shutdown();
        return total / seconds;
    }

    /** One request and the body of its answer. */
    public String ask(byte[] request) throws IOException {
        HttpAnswer answer = new HttpAnswer();
        try (SocketChannel channel = SocketChannel.open(server)) {
            send(channel, request);
            while (!answer.read(channel)) {
                Thread.onSpinWait();
            }
        }
        requireOk(answer);
        return answer.body();
    }

    private int drive(int clients, Random random, long end) throws IOException {
        int done = 0;
        List<SocketChannel> channels = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < clients; i++) {
                SocketChannel channel = SocketChannel.open(server);
                channels.add(channel);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new HttpAnswer());
                send(channel, requests[random.nextInt(requests.length)]);
            }
            while (System.nanoTime() < end) {
                selector.select(1_000);
                for (SelectionKey key : selector.selectedKeys()) {
                    HttpAnswer answer = (HttpAnswer) key.attachment();
                    if (answer.read((SocketChannel) key.channel())) {
                        requireOk(answer);
                        done++;
                        answer.clear();
                        send((SocketChannel) key.channel(), requests[random.nextInt(requests.length)]);
                    }
                }
                selector.selectedKeys().clear();
            }
        } finally {
            for (SocketChannel channel : channels) {
                channel.close();
            }
        }
        return done;
    }

    private static void requireOk(HttpAnswer answer) throws IOException {
        if (!answer.ok()) {
            throw new IOException("not a 2xx: " + answer.text());
        }
    }

    private static void send(SocketChannel channel, byte[] request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
