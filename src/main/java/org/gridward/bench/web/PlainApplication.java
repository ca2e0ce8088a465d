package org.gridward.bench.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The peer of the start-up case: the same dependencies, one controller, nothing of ours. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Profile("plain")
@Import(PlainApplication.Ping.class)
public class PlainApplication {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(PlainApplication.class);
        application.setAdditionalProfiles("plain");
        application.run(args);
    }

    @RestController
    @Profile("plain")
    static class Ping {

        @GetMapping("/ping")
        String ping() {
            return "pong";
        }
    }
}
