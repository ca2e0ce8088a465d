package org.gridward.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user is for. A resident is never signed in: it is whoever uses the public pages. */
public enum Role {
    RESIDENT,
    PATROL,
    DISPATCHER,
    PLANNER,
    ADMIN;

    /** The roles that a user can be given: all but {@link #RESIDENT}. */
    public static final Set<Role> GIVEN = Set.of(PATROL, DISPATCHER, PLANNER, ADMIN);

    /** Reads a role in either case; empty when there is no such role to give. */
    public static Optional<Role> find(String word) {
        return GIVEN.stream().filter(role -> role.name().equalsIgnoreCase(word)).findFirst();
    }

    /** The roles as users type them, for messages. */
    static String words() {
        return Arrays.stream(values())
                .filter(GIVEN::contains)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
