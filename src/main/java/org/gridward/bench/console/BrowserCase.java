package org.gridward.bench.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.bench.BenchLine;
import org.gridward.bench.Instance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What headless Chromium makes of a full desk: how soon it is useful, how smoothly it pans, what one changed case touches, and what
 * eight hours leave in memory. The browser is driven by a program for Node.js that npm completes by its lock file.
 */
final class BrowserCase implements ConsoleCase {

    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "console.mjs", "measure.mjs", "proxy.mjs", "traffic.mjs");

    @Override
    public List<BenchLine> run(ConsoleSetup setup) throws Exception {
        Instance city = setup.bigCity();
        Path folder = Files.createDirectory(city.home().resolve("browser"));
        for (String file : FILES) {
            try (InputStream text = BrowserCase.class.getResourceAsStream("/bench/console/" + file)) {
                Files.copy(text, folder.resolve(file));
            }
        }
        run(
                folder,
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--silent"));
        String orders = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "server", city.url(),
                        "password", Instance.PASSWORD,
                        "layer", ConsoleSetup.LAYER,
                        "rounds", setup.quick() ? 1 : 4,
                        "panSeconds", setup.quick() ? 2 : 6,
                        "hours", setup.quick() ? 1 : 8,
                        "units", setup.quick() ? 50 : 500));
        ConsoleSetup.say("Opening the console in Chromium…");
        List<BenchLine> lines = new ArrayList<>();
        for (String line : run(folder, List.of("node", "console.mjs", orders)).split("\n")) {
            if (line.startsWith("{")) {
                lines.add(line(JsonMapper.shared().readTree(line)));
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("the browser measured nothing");
        }
        return lines;
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
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + " ended with " + process.exitValue() + ":\n" + output);
        }
        return output;
    }
}
