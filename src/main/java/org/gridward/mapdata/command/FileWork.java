package org.gridward.mapdata.command;

import java.util.concurrent.Callable;
import org.gridward.platform.Problem;

/** Runs work on files: a file that cannot be read is work that failed (1), not wrong usage (2). */
final class FileWork {

    private FileWork() {}

    static int run(String command, Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (Problem problem) {
            if (problem.slug().equals("usage")) {
                throw problem;
            }
            System.err.println("gridward " + command + ": " + problem.detail());
            problem.entries().stream().limit(20).forEach(entry -> System.err.println("  " + entry.message()));
            if (problem.entries().size() > 20) {
                System.err.println("  and " + (problem.entries().size() - 20) + " more");
            }
            return 1;
        }
    }
}
