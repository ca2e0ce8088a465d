package org.gridward.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.platform.Problem;

/** The words after {@code ./gridward user}, read and judged. */
record UserArguments(
        String verb,
        String name,
        Set<Role> roles,
        String jurisdiction,
        Optional<String> unit,
        boolean passwordFromInput,
        boolean revoke) {

    private static final Set<String> NAMED = Set.of("add", "password", "token");
    private static final Set<String> BARE = Set.of("list", "bootstrap");

    /**
     * Reads the words.
     *
     * @throws Problem 400 naming the word that is wrong or missing
     */
    static UserArguments read(List<String> args) {
        Deque<String> words = new ArrayDeque<>(args);
        String verb = words.isEmpty() ? "" : words.pop();
        if (!NAMED.contains(verb) && !BARE.contains(verb)) {
            throw usage("'" + verb + "' is not one of add, list, password, token, bootstrap.");
        }
        String name = NAMED.contains(verb) ? name(words) : "";
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String jurisdiction = Actor.WHOLE_CITY;
        Optional<String> unit = Optional.empty();
        boolean input = false;
        boolean revoke = false;
        while (!words.isEmpty()) {
            String option = words.pop();
            switch (verb + " " + option) {
                case "add --role" -> roles.add(role(value(option, words)));
                case "add --jurisdiction" -> jurisdiction = jurisdiction(value(option, words));
                case "add --unit" -> unit = Optional.of(value(option, words));
                case "add --password-stdin", "password --password-stdin" -> input = true;
                case "token --revoke" -> revoke = true;
                default -> throw usage("'" + option + "' is not an option of 'user " + verb + "'.");
            }
        }
        if (verb.equals("add") && roles.isEmpty()) {
            throw usage("Say what the user is for: --role " + Role.words() + ".");
        }
        return new UserArguments(verb, name, roles, jurisdiction, unit, input, revoke);
    }

    private static String name(Deque<String> words) {
        String name = words.isEmpty() ? "" : words.pop();
        if (!name.matches("[a-z][a-z0-9._-]{0,63}")
                || Set.of("anonymous", "unknown", "system").contains(name)) {
            throw usage("'" + name + "' cannot be a user's name: use a-z, then a-z 0-9 . _ - (at most 64), and not"
                    + " anonymous, unknown or system.");
        }
        return name;
    }

    private static Role role(String word) {
        return Role.find(word)
                .orElseThrow(() -> usage("'" + word + "' is not a role; use one of " + Role.words() + "."));
    }

    private static String jurisdiction(String code) {
        if (!code.equals(Actor.WHOLE_CITY) && !code.matches("[A-Za-z0-9._-]{1,64}")) {
            throw usage("'" + code + "' is not a grid code; use a code such as 330999001, or * for the whole city.");
        }
        return code;
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty() || words.peek().startsWith("--")) {
            throw usage(option + " needs a value.");
        }
        return words.pop();
    }

    private static Problem usage(String detail) {
        return Problem.unreadable("usage", detail + " See ./gridward user --help");
    }
}
