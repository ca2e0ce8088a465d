package org.gridward;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server, or one command of the command line when the first argument names one. */
@SpringBootApplication
public class GridwardApplication {

    public static void main(String[] args) {
        SpringApplication.run(GridwardApplication.class, args);
    }
}
