package org.gridward.bench.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.bench.BenchLine;
import org.gridward.bench.Instance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What headless Chromium makes of a full desk: how soon it is useful, how smoothly it pans, what one changed case touches, how many
 * keys an assignment takes, and what eight hours leave in memory. The browser is driven by a program for Node.js that npm
 * completes by its lock file.
 */
final class BrowserCase implements ConsoleCase {

    private static final List<String> FILES = List.of(
            "package.json",
            "package-lock.json",
            "console.mjs",
            "cases.mjs",
            "keys.mjs",
            "measure.mjs",
            "memory.mjs",
            "proxy.mjs",
            "server.mjs",
            "traffic.mjs");

    private final String name;

    /** @param name the case as the program calls it */
    BrowserCase(String name) {
        this.name = name;
    }

    @Override
    public List<BenchLine> run(ConsoleSetup setup) throws Exception {
        Instance city = setup.bigCity();
        Path folder = program(city);
        Map<String, Object> orders = new HashMap<>(setup.place());
        orders.putAll(Map.of(
                "case",
                name,
                "server",
                city.url(),
                "password",
                Instance.PASSWORD,
                "layer",
                ConsoleSetup.LAYER,
                "rounds",
                setup.quick() ? 2 : 5,
                "panSeconds",
                setup.quick() ? 2 : 6,
                "hours",
                setup.quick() ? 1 : 8,
                "units",
                setup.quick() ? 50 : 500));
        ConsoleSetup.say("Opening the console in Chromium: " + name + "…");
        List<BenchLine> lines = new ArrayList<>();
        String told =
                run(folder, List.of("node", "console.mjs", JsonMapper.shared().writeValueAsString(orders)));
        for (String line : told.split("\n")) {
            if (line.startsWith("{")) {
                lines.add(line(JsonMapper.shared().readTree(line)));
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("the browser measured nothing");
        }
        return lines;
    }

    /** The program that drives the browser, with what it needs from npm; made once an installation. */
    private static Path program(Instance city) throws IOException, InterruptedException {
        Path folder = city.home().resolve("browser");
        if (Files.exists(folder)) {
            return folder;
        }
        Files.createDirectory(folder);
        for (String file : FILES) {
            try (InputStream text = BrowserCase.class.getResourceAsStream("/bench/console/" + file)) {
                Files.copy(text, folder.resolve(file));
            }
        }
        run(
                folder,
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--silent"));
        return folder;
    }

    private static BenchLine line(JsonNode told) {
        return new BenchLine(
                "console",
                told.path("test").asString(),
                told.path("ratio").asDouble(),
                told.path("goal").asDouble(),
                told.path("atLeast").asBoolean(),
                told.path("ours").asString(),
                told.path("peer").asString(),
                told.has("same") ? told.path("same").asBoolean() : null);
    }

    /** Runs a program; what it prints. Its complaints go to ours. */
    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue() + ":\n" + output);
        }
        return output;
    }
}
