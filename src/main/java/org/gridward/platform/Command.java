package org.gridward.platform;

import java.util.List;

/** One subcommand of the command line that needs the application: a bean, picked by the first argument of main. */
public interface Command {

    /** The word after {@code ./gridward}. */
    String name();

    /** Usage with one example, several lines. */
    String help();

    /**
     * Does the work.
     *
     * @return 0 done, 1 failed and said why, 2 wrong usage
     */
    int run(List<String> args) throws Exception;
}
