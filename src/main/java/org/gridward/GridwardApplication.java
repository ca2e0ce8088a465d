package org.gridward;

import org.gridward.platform.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server, or one command of the command line when the first argument names one. */
@SpringBootApplication
public class GridwardApplication {

    public static void main(String[] args) {
        if (CommandLine.wants(args)) {
            System.exit(CommandLine.run(GridwardApplication.class, args));
        }
        SpringApplication.run(GridwardApplication.class, args);
    }
}
