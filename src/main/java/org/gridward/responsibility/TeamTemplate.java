package org.gridward.responsibility;

import java.util.List;

/**
 * How a team is made up. Several templates share a slogan such as 1+3+N; the code tells them apart.
 *
 * @param slogan what people call it; may be null
 * @param counts what its numbers count: people, bodies with a seat, or measures, which staff nothing
 */
public record TeamTemplate(
        String code,
        String nameZh,
        String nameEn,
        String slogan,
        Counts counts,
        String meaningZh,
        String meaningEn,
        List<Role> roles) {

    public enum Counts {
        PEOPLE,
        BODIES,
        MEASURES
    }

    /**
     * A role, the leading one first: at least so many or the team is not stored, at most ({@code most} null: any number),
     * and as many as a complete team has.
     */
    public record Role(String role, int least, Integer most, int wanted, String nameZh, String nameEn) {}

    public TeamTemplate {
        roles = List.copyOf(roles);
    }

    java.util.Optional<Role> find(String role) {
        return roles.stream().filter(own -> own.role().equals(role)).findFirst();
    }
}
