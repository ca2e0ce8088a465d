package org.gridward.geometry;

import java.util.List;
import java.util.Optional;

/**
 * A place where arcs end: where three or more meet, or one place of an arc that runs round.
 *
 * @param id its number in the arrangement, from 0
 * @param lon longitude; a crossing of borders is rounded to the nearest double, a given vertex is as given
 * @param lat latitude
 * @param star the arcs that end here, counter-clockwise; one that runs round stands twice
 * @see Arrangement
 */
public record Node(int id, double lon, double lat, List<Arc> star) {

    /** The grid of a layer that owns the node by the rule: the lowest code among the owners of its star. */
    public Optional<String> owner(String layer) {
        return star.stream().flatMap(arc -> arc.owner(layer).stream()).min(String::compareTo);
    }
}
