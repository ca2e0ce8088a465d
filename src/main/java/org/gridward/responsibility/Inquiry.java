package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Match;

/**
 * What is asked of the roster.
 *
 * @param matches the grids that hold the spot, of every layer; with an accuracy, those that the error disc touches
 * @param category null: any, taken for an event
 * @param at the instant asked about, for layers, rules and roles
 * @param knownAt as known then; null: as known now
 * @param spot where it is, for names of gaps and sides; null: not said
 * @param layer the one layer to judge by; null: all
 * @param chosen the grid that the reporter named, or {@code NONE}; null: not asked. The matches are then those of the choice
 * @param considered the matches before the choice; the same as {@code matches} without one
 * @param owner the code of the body that the place names as its owner; null: look for owners by category and grid
 */
public record Inquiry(
        List<Match> matches,
        String category,
        Instant at,
        Instant knownAt,
        Spot spot,
        String layer,
        String chosen,
        List<Match> considered,
        String owner) {

    /** WGS 84 degrees; metres of accuracy, 0 when not said. */
    public record Spot(double lon, double lat, double accuracyMeters) {}

    public static Inquiry of(List<Match> matches, Optional<String> category, Instant at) {
        return new Inquiry(matches, category.orElse(null), at, null, null, null, null, matches, null);
    }

    public Inquiry knownAt(Instant then) {
        return new Inquiry(matches, category, at, then, spot, layer, chosen, considered, owner);
    }

    public Inquiry spot(double lon, double lat, double accuracyMeters) {
        return new Inquiry(
                matches, category, at, knownAt, new Spot(lon, lat, accuracyMeters), layer, chosen, considered, owner);
    }

    public Inquiry layer(String code) {
        return new Inquiry(matches, category, at, knownAt, spot, code, chosen, considered, owner);
    }

    public Inquiry chosen(String gridCode, List<Match> before) {
        return new Inquiry(matches, category, at, knownAt, spot, layer, gridCode, before, owner);
    }

    public Inquiry owner(String code) {
        return new Inquiry(matches, category, at, knownAt, spot, layer, chosen, considered, code);
    }
}
