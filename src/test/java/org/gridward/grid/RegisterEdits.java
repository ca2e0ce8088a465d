package org.gridward.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.gridward.TestTown;
import org.gridward.platform.Problem;

/**
 * A made-up history of one layer's register: adoptions, corrections, retirements, moves and border decisions at random times,
 * of those that are not refused. Replayed in the same order on another register, the edits mean the same.
 */
final class RegisterEdits {

    /** A layer of a server, and what the edits made there, by the number of the edit. */
    record World(
            String layer,
            Editions editions,
            BorderDecisions borders,
            Map<Integer, EditionId> made,
            Map<Integer, UUID> decided) {

        static World of(String layer, Layers layers, Editions editions, BorderDecisions borders) {
            layers.ensure(new Layer(layer, LayerKind.PARTITION, Optional.empty(), layer, layer));
            return new World(layer, editions, borders, new HashMap<>(), new HashMap<>());
        }
    }

    /** One thing that was said of a layer. */
    interface Edit {
        void on(World world);
    }

    static final int COLUMNS = 6;
    static final int ROWS = 2;
    static final int DAYS = 100;

    private final Random random;
    private int fresh;

    RegisterEdits(long seed) {
        this.random = new Random(seed);
    }

    static Instant day(int number) {
        return Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * number);
    }

    /** Tries one edit after another until one is accepted. */
    Edit next(int number, World world) {
        for (int attempt = 0; attempt < 200; attempt++) {
            Edit edit = draw(number, world);
            try {
                edit.on(world);
                return edit;
            } catch (Problem refused) {
                // A register refuses many of them; what is refused was never said.
            }
        }
        throw new AssertionError("no edit is accepted any more");
    }

    private Edit draw(int number, World world) {
        Instant from = day(random.nextInt(DAYS));
        List<Integer> made = List.copyOf(new TreeSet<>(world.made().keySet()));
        List<Integer> decided = List.copyOf(new TreeSet<>(world.decided().keySet()));
        int kind = made.isEmpty() ? 0 : random.nextInt(10);
        return switch (kind) {
            case 0, 1, 2 -> adopt(number, from, Optional.empty(), Optional.empty());
            case 3 -> adopt(number, from, Optional.of(from.plusSeconds(86_400L * 5)), Optional.empty());
            case 4 -> adopt(number, from, Optional.empty(), Optional.of(pick(made)));
            case 5 -> in -> in.editions().retire(new RetireEdition(in.layer(), from, "edit " + number), "test");
            case 6 -> move(number, pick(made), from, random.nextInt(3));
            case 7, 8 -> decide(number, from, random.nextInt(COLUMNS), random.nextInt(COLUMNS));
            default -> decided.isEmpty() ? decide(number, from, 0, 1) : end(pick(decided), from);
        };
    }

    private int pick(List<Integer> numbers) {
        return numbers.get(random.nextInt(numbers.size()));
    }

    private Edit adopt(int number, Instant from, Optional<Instant> until, Optional<Integer> corrects) {
        List<NewGrid> grids = strips();
        return in -> {
            AdoptEdition wanted = new AdoptEdition(
                    in.layer(),
                    from,
                    until,
                    grids,
                    corrects.map(other -> in.made().get(other)),
                    "edit " + number);
            in.made().put(number, in.editions().adopt(wanted, "test").id());
        };
    }

    private static Edit move(int number, int edition, Instant to, int what) {
        return in -> in.editions()
                .move(
                        new MoveEdition(
                                in.layer(),
                                in.made().get(edition),
                                what == 0 ? Optional.of(to) : Optional.empty(),
                                what == 1 ? Optional.of(to) : Optional.empty(),
                                what == 2,
                                "edit " + number),
                        "test");
    }

    private static Edit decide(int number, Instant from, int one, int other) {
        return in -> {
            DecideBorder wanted = new DecideBorder(
                    in.layer(),
                    "S" + one,
                    "S" + other,
                    "S" + Math.max(one, other),
                    Optional.empty(),
                    from,
                    Optional.empty(),
                    "edit " + number);
            in.decided().put(number, in.borders().decide(wanted, "test").id());
        };
    }

    private static Edit end(int decision, Instant at) {
        return in -> in.borders().end(in.layer(), in.decided().get(decision), at, "over", "test");
    }

    /** Both rows of the lattice cut into strips; codes mostly of a small set, so that decisions concern many editions. */
    private List<NewGrid> strips() {
        List<NewGrid> grids = new ArrayList<>();
        List<Integer> free = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        for (int row = 0; row < ROWS; row++) {
            int from = 0;
            while (from < COLUMNS) {
                int width = Math.min(COLUMNS - from, 2 + random.nextInt(3));
                boolean known = !free.isEmpty() && random.nextInt(8) > 0;
                String code = "S" + (known ? free.remove(random.nextInt(free.size())) : 100 + fresh++);
                grids.add(TestTown.grid(code, null, from, row, width, 1));
                from += width;
            }
        }
        return grids;
    }
}
