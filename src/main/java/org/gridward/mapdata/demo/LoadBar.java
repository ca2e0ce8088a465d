package org.gridward.mapdata.demo;

import java.io.PrintStream;

/** One line that fills up while the city is loaded; without a terminal, a line at each tenth. */
final class LoadBar {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final int total;
    private int done;
    private int told = -1;

    LoadBar(PrintStream out, boolean terminal, int total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
        show("drawing the streets");
    }

    /** So much of the whole is done; {@code next} says what comes now. */
    void advance(int weight, String next) {
        done += weight;
        show(next);
    }

    private void show(String next) {
        int percent = (int) Math.min(100, 100L * done / total);
        if (terminal) {
            int filled = WIDTH * percent / 100;
            String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
            out.printf("\rDemo city [%s] %3d %%  %-32s%s", bar, percent, next, percent == 100 ? "\n" : "");
            out.flush();
        } else if (percent / 10 > told) {
            told = percent / 10;
            out.printf("Demo city %3d %%  %s%n", percent, next);
        }
    }
}
