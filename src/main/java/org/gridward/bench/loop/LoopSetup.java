package org.gridward.bench.loop;

import java.io.IOException;
import java.sql.Connection;
import java.util.Locale;
import org.gridward.bench.HttpLoad;
import org.gridward.bench.Instance;
import org.gridward.bench.SameRows;

/** What the cases share: an installation with the demo city, started when first asked for, and reports to send it. */
final class LoopSetup implements AutoCloseable {

    private final boolean quick;
    private final int kills;
    private Instance demo;
    private double[][] spots;

    /** @param kills how often the server is killed; its database is stopped a fifth as often */
    LoopSetup(boolean quick, int kills) {
        this.quick = quick;
        this.kills = kills;
    }

    int kills() {
        return kills;
    }

    boolean quick() {
        return quick;
    }

    Instance demo() throws Exception {
        if (demo == null) {
            say("Starting an installation with the demo city…");
            demo = Instance.create();
            demo.up();
        }
        return demo;
    }

    /** Places where reports can be: lon, lat. */
    double[][] spots() throws Exception {
        if (spots == null) {
            try (Connection connection = demo().connect()) {
                spots = SameRows.spots(connection);
            }
        }
        return spots;
    }

    /** Whole requests that each report something at another spot. */
    byte[][] reports() throws Exception {
        byte[][] requests = new byte[spots().length][];
        for (int i = 0; i < requests.length; i++) {
            requests[i] = HttpLoad.post("/api/v1/incidents", "application/json", report(spots[i]));
        }
        return requests;
    }

    static String report(double[] spot) {
        return String.format(
                Locale.ROOT,
                "{\"category\":\"water_leak\",\"description\":\"bench report\",\"channel\":\"PHONE\","
                        + "\"location\":{\"lon\":%s,\"lat\":%s}}",
                spot[0],
                spot[1]);
    }

    static void say(String text) {
        System.err.println(text);
    }

    @Override
    public void close() throws IOException {
        if (demo != null) {
            demo.close();
        }
    }
}
