package org.gridward.responsibility;

/**
 * Who stands in for a member who is absent or off shift: a member of the same or another team.
 *
 * @param rank who is asked first; a deputy who is not there either passes on to the deputy's own deputy, then to the next rank
 */
public record StandIn(
        String role,
        String label,
        int rank,
        String deputyLayer,
        String deputyGrid,
        String deputyRole,
        String deputyLabel) {}
