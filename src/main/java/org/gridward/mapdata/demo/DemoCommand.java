package org.gridward.mapdata.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Layers;
import org.gridward.platform.Command;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Fills an empty database with the synthetic demo city; goes on where an interrupted load stopped. */
@Component
class DemoCommand implements Command {

    private static final long SEED = 7;
    private static final int DRAWING_WEIGHT = 30;

    private final LoadSteps steps;
    private final DemoLoader loader;
    private final Layers layers;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    DemoCommand(LoadSteps steps, DemoLoader loader, Layers layers, Jurisdiction jurisdiction, Clock clock) {
        this.steps = steps;
        this.loader = loader;
        this.layers = layers;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String help() {
        return """
                Usage: ./gridward demo [--seed N] [--end INSTANT] [--if-empty]
                       ./gridward demo --extract DIR [--seed N]
                Fills an empty database with the synthetic demo city: grids, base map, places, teams, a year of
                incidents and a month of patrols up to INSTANT (default: now). The same seed gives the same city.
                An interrupted load goes on where it stopped. --if-empty: leave a filled database alone and say so.
                --extract writes one town of it to files in DIR instead and leaves the database alone.
                Example: ./gridward demo --seed 7 --end 2026-06-01T00:00:00Z""";
    }

    @Override
    public int run(List<String> args) throws IOException {
        long seed = number(option(args, "--seed").orElse(String.valueOf(SEED)));
        Optional<Path> folder = option(args, "--extract").map(Path::of);
        if (folder.isPresent()) {
            new Extract(DemoCity.generate(seed)).write(folder.get());
            System.out.println("The extract of the demo city (seed " + seed + ") is in " + folder.get() + ".");
            return 0;
        }
        Instant end = option(args, "--end").map(DemoCommand::instant).orElseGet(() -> clock.instant()
                .truncatedTo(ChronoUnit.MINUTES));
        Optional<LoadSteps.Story> begun = steps.begun();
        if (steps.done().contains(DemoLoader.LAST_STEP)) {
            System.out.println("The demo city is loaded already (seed "
                    + begun.orElseThrow().seed() + ").");
            return 0;
        }
        if (begun.isEmpty() && !layers.list().isEmpty()) {
            boolean fine = args.contains("--if-empty");
            String line = "The database holds grids of its own; the demo city goes into an empty database only.";
            (fine ? System.out : System.err).println(line);
            return fine ? 0 : 1;
        }
        claimBox();
        LoadSteps.Story story = begun.orElse(new LoadSteps.Story(seed, end));
        LoadBar bar = new LoadBar(System.out, System.console() != null, DRAWING_WEIGHT + DemoLoader.weight());
        loader.load(story, bar, DRAWING_WEIGHT);
        return 0;
    }

    private void claimBox() {
        String box = Plane.WEST + "," + Plane.SOUTH + "," + Plane.EAST + "," + Plane.NORTH;
        if (!jurisdiction.isSet()) {
            jurisdiction.set(box);
        } else if (!jurisdiction.box().covers(Plane.EAST, Plane.NORTH)
                || !jurisdiction.box().covers(Plane.WEST, Plane.SOUTH)) {
            throw Problem.unprocessable(
                    "demo-outside-jurisdiction",
                    "The demo city lies in " + box + ", outside the jurisdiction " + jurisdiction.box()
                            + ". Start with --no-demo, or without --jurisdiction.");
        }
    }

    private static Optional<String> option(List<String> args, String name) {
        int at = args.indexOf(name);
        if (at >= 0 && at + 1 >= args.size()) {
            throw Problem.unreadable("option-value", name + " needs a value; see ./gridward demo --help.");
        }
        return at < 0 ? Optional.empty() : Optional.of(args.get(at + 1));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            throw Problem.unreadable("seed", "'" + text + "' is no whole number; write --seed 7.");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.unreadable("end", "'" + text + "' is no instant; write --end 2026-06-01T00:00:00Z.");
        }
    }
}
