package org.gridward.incident;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridward.access.Role;

/** What can be asked of an incident. An action that no role is named for is part of the contract but not served yet. */
public enum Action {
    ACCEPT(Role.PATROL, Role.DISPATCHER),
    ARRIVE(Role.PATROL, Role.DISPATCHER),
    CONTROL(Role.PATROL, Role.DISPATCHER),
    NOTE(Role.PATROL, Role.DISPATCHER, Role.PLANNER),
    FINISH(Role.PATROL, Role.DISPATCHER),
    CLOSE(Role.DISPATCHER),
    RETURN(Role.PATROL, Role.DISPATCHER),
    FEEDBACK,
    REVISIT,
    TRANSFER,
    MOVE,
    MERGE,
    PARK,
    EXTEND,
    ESCALATE,
    WHISTLE,
    REOPEN,
    VOID;

    private final Set<Role> roles;

    Action(Role... roles) {
        this.roles = Set.of(roles);
    }

    static Optional<Action> find(String word) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The actions that this server serves. */
    static List<Action> served() {
        return Arrays.stream(values()).filter(Action::isServed).toList();
    }

    boolean isServed() {
        return !roles.isEmpty();
    }

    /** Whether one of the roles may ask for it; an administrator may ask for everything. */
    boolean allows(Set<Role> held) {
        return held.contains(Role.ADMIN) || roles.stream().anyMatch(held::contains);
    }

    /** The roles that may ask for it, as a user reads them. */
    List<String> roleWords() {
        return roles.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
