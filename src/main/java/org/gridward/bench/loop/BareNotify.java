package org.gridward.bench.loop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * How long a {@code NOTIFY} takes from before it is sent until another connection has it. The receiver asks all the time
 * with an empty statement: the driver's blocking wait would add more than a millisecond.
 */
final class BareNotify {

    private final Connection sender;
    private final Connection receiver;

    BareNotify(Connection sender, Connection receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    double[] millis(int times, long pauseNanos) throws Exception {
        double[] millis = new double[times];
        try (Statement listen = receiver.createStatement();
                PreparedStatement notify = sender.prepareStatement("SELECT pg_notify('gridward_bench', ?)")) {
            listen.execute("LISTEN gridward_bench");
            for (int i = 0; i < times; i++) {
                String payload = String.valueOf(i);
                CompletableFuture<Long> arrived = CompletableFuture.supplyAsync(() -> await(payload));
                LockSupport.parkNanos(pauseNanos);
                long sent = System.nanoTime();
                notify.setString(1, payload);
                notify.execute();
                millis[i] = (arrived.get() - sent) / 1e6;
            }
        }
        return millis;
    }

    private long await(String payload) {
        try (Statement ask = receiver.createStatement()) {
            while (true) {
                ask.execute("");
                PGNotification[] come = receiver.unwrap(PGConnection.class).getNotifications();
                for (int i = 0; come != null && i < come.length; i++) {
                    if (come[i].getParameter().equals(payload)) {
                        return System.nanoTime();
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
