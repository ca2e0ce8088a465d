package org.gridward.responsibility;

import java.util.List;

/**
 * The team of one grid.
 *
 * @param layer layer of the grid, {@code gridCode} its code there; a grid has one team, a later one replaces it
 * @param template {@code 1+3+N}, {@code MICRO}, {@code VILLAGE}, {@code LAND}, {@code SEA}, {@code BLOCK}, {@code COUNCIL}
 * @param members at each time as many of each role as the template says
 * @param partners for a joint area: codes of the grids that share it, the one that leads first; else empty
 */
public record NewTeam(
        String layer,
        String gridCode,
        String template,
        String nameZh,
        String nameEn,
        List<NewMember> members,
        List<String> partners) {

    public NewTeam {
        members = List.copyOf(members);
        partners = List.copyOf(partners);
    }
}
