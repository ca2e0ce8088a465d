package org.gridward.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * Narrows the grids that an error disc touches to those that go with the one that was named: in its layer it alone, above it
 * the grids it nests in, below it the grids that nest in it. Layers of other nests stay as they are.
 */
public final class Choice {

    /** Names none of the grids of a layer: the spot lies in a gap, or outside. */
    public static final String NONE = "NONE";

    private Choice() {}

    /**
     * The matches that go with a choice, with the shares that they had.
     *
     * @param chosen a code among the matches, or {@link #NONE} to leave out every grid that does not surely hold the spot
     * @param maps the maps that the matches are of
     * @throws Problem 422 {@code grid-not-possible} naming the grids that are
     */
    public static List<Match> narrow(List<Match> matches, List<LayerMap> maps, String chosen) {
        if (chosen.equals(NONE)) {
            return matches.stream().filter(match -> match.share() >= 1).toList();
        }
        Match named = matches.stream()
                .filter(match -> match.gridCode().equals(chosen))
                .findFirst()
                .orElseThrow(() -> impossible(matches, chosen));
        Map<String, LayerMap> byLayer = new HashMap<>();
        maps.forEach(map -> byLayer.put(map.layer().code(), map));
        Map<String, String> above = above(named.layer(), chosen, byLayer);
        List<Match> narrowed = new ArrayList<>();
        for (Match match : matches) {
            String kept = above.get(match.layer());
            boolean below = kept == null
                    && above(match.layer(), match.gridCode(), byLayer).containsKey(named.layer());
            boolean fits = kept != null
                    ? kept.equals(match.gridCode())
                    : !below
                            || chosen.equals(above(match.layer(), match.gridCode(), byLayer)
                                    .get(named.layer()));
            if (fits) {
                narrowed.add(match);
            }
        }
        return narrowed;
    }

    /** The grid itself and those it nests in, by layer. */
    private static Map<String, String> above(String layer, String code, Map<String, LayerMap> byLayer) {
        Map<String, String> codes = new HashMap<>();
        String at = layer;
        String grid = code;
        while (at != null && grid != null && byLayer.containsKey(at) && codes.putIfAbsent(at, grid) == null) {
            LayerMap map = byLayer.get(at);
            grid = map.find(grid).map(GridInfo::parentCode).orElse(null);
            at = map.layer().kind() == LayerKind.PARTITION
                    ? map.layer().parent().orElse(null)
                    : null;
        }
        return codes;
    }

    private static Problem impossible(List<Match> matches, String chosen) {
        Optional<String> known = matches.stream().map(Match::gridCode).reduce((a, b) -> a + ", " + b);
        return Problem.unprocessable(
                        "grid-not-possible",
                        "The spot with its accuracy does not touch the grid '" + chosen + "'; name one of "
                                + known.orElse("no grid at all") + ", or " + NONE + ".")
                .with("/location/gridCode", Fault.UNKNOWN, "not a grid at this spot");
    }
}
