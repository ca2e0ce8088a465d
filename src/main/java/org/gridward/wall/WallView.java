package org.gridward.wall;

import java.time.Instant;
import java.util.List;

/**
 * What a wall shows.
 *
 * @param asOf the instant that all of it is true for
 * @param edition which edition of the layer the districts are of: with another one their outlines are others
 * @param total of all districts together, those outside included: the sum of their figures
 * @param districts in the order of their codes; the one with an empty code holds what lies in none, where there is such
 * @param worst the cases that hurt most, of the whole ground
 * @param chosen the same of the district that was asked for, with its marks; null where none was
 */
public record WallView(
        Instant asOf,
        String name,
        Named layer,
        String edition,
        Figures total,
        List<District> districts,
        List<Worst> worst,
        List<Gap> voids,
        Chosen chosen) {

    /** A code with its names. */
    public record Named(String code, String nameZh, String nameEn) {}

    public record District(String code, String nameZh, String nameEn, Figures figures) {}

    /** Due, kind null: no clock runs. */
    public record Worst(
            String number,
            String category,
            int tier,
            String state,
            Named grid,
            String kind,
            Instant due,
            Light light) {}

    /** Nobody of a kind in a grid; both role and unit kind empty: nobody at all; until null: not foreseen. */
    public record Gap(Named grid, String role, String unitKind, Instant since, Instant until) {}

    /** A case on the map. */
    public record Mark(double lon, double lat, Light light) {}

    public record Chosen(String code, List<Worst> worst, List<Mark> marks) {}
}
