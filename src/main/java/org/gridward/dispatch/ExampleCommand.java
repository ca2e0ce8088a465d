package org.gridward.dispatch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.platform.Command;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files one real report through the front door of a running server, and prints who answers for it and why. */
@Component
class ExampleCommand implements Command {

    private static final String USER = "dispatcher";
    private static final int WARM_UP_QUESTIONS = 50;
    private static final String DESCRIPTION = "示例：楼道口水管渗漏（演示数据）· Example: a pipe leaks by the entrance (demo)";

    private final JsonMapper json;
    private final ZoneId zone;

    ExampleCommand(JsonMapper json, @Value("${gridward.zone:Asia/Shanghai}") ZoneId zone) {
        this.json = json;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "example";
    }

    @Override
    public String help() {
        return """
                Usage: ./gridward example [--url URL] [--user NAME] [--password PASSWORD]
                Files a report near a notice board of the running server and prints its grids, its people, the rule, the
                deadlines and how long it took. The user is the demo dispatcher unless another is named.
                Example: ./gridward example --url http://127.0.0.1:8080""";
    }

    @Override
    public int run(List<String> args) throws IOException {
        Map<String, String> options = options(args);
        String url = options.getOrDefault("--url", defaultUrl());
        String user = options.getOrDefault("--user", USER);
        String password = options.containsKey("--password") ? options.get("--password") : password(user);
        ExampleClient client = new ExampleClient(url, user, password, json);
        JsonNode boards =
                client.get("/api/v1/places?kind=notice-board&limit=200").path("items");
        if (boards.isEmpty()) {
            throw Problem.notFound(
                    "no-notice-board", "The server has no notice board yet; load the demo city with ./gridward up.");
        }
        JsonNode board = boards.get(boards.size() / 2);
        warmUp(client, board);
        long began = System.nanoTime();
        JsonNode incident = client.post(
                "/api/v1/incidents",
                Map.of(
                        "category",
                        "water_leak",
                        "description",
                        DESCRIPTION,
                        "channel",
                        "WEB",
                        "location",
                        Map.of("placeCode", board.path("code").asString())));
        long microseconds = (System.nanoTime() - began) / 1_000;
        PrintStream out = System.out;
        out.print(new ExampleText(zone).of(incident, board, microseconds));
        out.flush();
        return 0;
    }

    /** Asks the question a few times first: the figures are to be those of a server at work, not of its first second. */
    private static void warmUp(ExampleClient client, JsonNode board) throws IOException {
        String question = "/api/v1/responsibility?lon=" + board.path("lon").asDouble() + "&lat="
                + board.path("lat").asDouble();
        for (int i = 0; i < WARM_UP_QUESTIONS; i++) {
            client.get(question);
        }
    }

    private static Map<String, String> options(List<String> args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            if (!List.of("--url", "--user", "--password").contains(args.get(i)) || i + 1 == args.size()) {
                throw Problem.unreadable(
                        "usage", "'" + args.get(i) + "' is no option with a value; see ./gridward example --help.");
            }
            options.put(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private static String defaultUrl() {
        String bind = System.getenv().getOrDefault("GRIDWARD_BIND", "127.0.0.1");
        String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
        return "http://" + host + ":" + System.getenv().getOrDefault("GRIDWARD_PORT", "8080");
    }

    /** From the environment, or from the file that the first start wrote: lines of role, name, password. */
    private static String password(String user) throws IOException {
        String set = System.getenv("GRIDWARD_DEMO_PASSWORD");
        if (set != null && !set.isEmpty()) {
            return set;
        }
        Path file = Path.of(System.getenv().getOrDefault("GRIDWARD_HOME", ".gridward"), "credentials");
        if (Files.isReadable(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split("\\s+", 3);
                if (words.length == 3 && words[1].equals(user)) {
                    return words[2];
                }
            }
        }
        throw Problem.unreadable("usage", "There is no password for '" + user + "' in " + file + "; use --password.");
    }
}
