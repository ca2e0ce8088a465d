package org.gridward.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: a signed-in user, or the anonymous resident.
 *
 * @param name the user's name, {@code anonymous} for the resident
 * @param jurisdiction a grid code that stands for itself and everything below it, or {@link #WHOLE_CITY}
 * @param unit the patrol unit that this user is, if any
 */
public record Actor(String name, Set<Role> roles, String jurisdiction, Optional<String> unit) {

    /** The jurisdiction of a user who may act anywhere. */
    public static final String WHOLE_CITY = "*";

    /** Whoever uses the public pages. */
    public static final Actor RESIDENT = new Actor("anonymous", Set.of(Role.RESIDENT), WHOLE_CITY, Optional.empty());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /**
     * Whether the grid lies in this user's jurisdiction. County (6 digits), town (9) and community (12) codes cover
     * every code that starts with them; any other code covers itself only, because the codes below a grid do not start
     * with the grid's code. Give the codes of every level that hold a place to {@link #mayActInAny}.
     */
    public boolean mayActIn(String gridCode) {
        return jurisdiction.equals(WHOLE_CITY)
                || jurisdiction.equals(gridCode)
                || isDivision(jurisdiction) && gridCode.startsWith(jurisdiction);
    }

    /** Whether one of the grids that hold a place (its town, community, grid, micro-grid) is in the jurisdiction. */
    public boolean mayActInAny(Collection<String> gridCodes) {
        return jurisdiction.equals(WHOLE_CITY) || gridCodes.stream().anyMatch(this::mayActIn);
    }

    private static boolean isDivision(String code) {
        return (code.length() == 6 || code.length() == 9 || code.length() == 12)
                && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
