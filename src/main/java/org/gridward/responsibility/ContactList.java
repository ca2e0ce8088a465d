package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;

/**
 * Who answers for each grid of a stretch of ground, for paper: what is used when nothing else works.
 *
 * @param revision of the roster: two lists with the same revision and instant say the same
 * @param at the instant that "on duty" speaks of
 */
public record ContactList(long revision, Instant at, Instant knownAt, Post top) {

    /** A grid with its people and the grids inside it, by their codes. */
    public record Post(
            String layer,
            String layerZh,
            String layerEn,
            String code,
            String nameZh,
            String nameEn,
            List<Person> people,
            List<Post> inside) {

        public Post {
            people = List.copyOf(people);
            inside = List.copyOf(inside);
        }

        /** How many people stand in this post and those inside it. */
        public int count() {
            return people.size() + inside.stream().mapToInt(Post::count).sum();
        }
    }

    /**
     * Somebody of a team; a label of a role, never a name.
     *
     * @param state ON_DUTY, OFF_SHIFT or ABSENT
     * @param until when the stretch of duty ends; null: no shift names the person
     * @param deputyZh who stands in, with {@code deputyEn} and {@code deputyPhone}; null while the person is there, or nobody does
     */
    public record Person(
            String roleZh,
            String roleEn,
            String labelZh,
            String labelEn,
            String phone,
            String state,
            Instant until,
            String deputyZh,
            String deputyEn,
            String deputyPhone) {}
}
