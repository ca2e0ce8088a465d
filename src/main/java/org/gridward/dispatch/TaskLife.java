package org.gridward.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.access.Role;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * The transition table of a helper's task. The lead's task has none of its own: it goes where the incident goes. Pure.
 */
final class TaskLife {

    /** What can be asked of a helper's task. */
    enum TaskAction {
        ACCEPT("ACCEPTED", "ASSIGNED"),
        ARRIVE("ARRIVED", "ASSIGNED", "ACCEPTED"),
        DONE("DONE", "ACCEPTED", "ARRIVED", "FINISHED"),
        RELEASE("RELEASED", "ASSIGNED", "ACCEPTED", "ARRIVED", "FINISHED");

        private final String to;
        private final List<String> from;

        TaskAction(String to, String... from) {
            this.to = to;
            this.from = List.of(from);
        }

        String to() {
            return to;
        }

        List<String> from() {
            return from;
        }

        /** Whether a reason must be given. */
        boolean needsReason() {
            return this == RELEASE;
        }
    }

    /** The states in which nothing more is asked of a helper. */
    static final Set<String> OVER = Set.of("DONE", "RELEASED", "REPLACED", "CLOSED");

    private static final Map<TaskAction, Set<Role>> ROLES = Map.of(
            TaskAction.ACCEPT, Set.of(Role.PATROL, Role.DISPATCHER, Role.ADMIN),
            TaskAction.ARRIVE, Set.of(Role.PATROL, Role.DISPATCHER, Role.ADMIN),
            TaskAction.DONE, Set.of(Role.PATROL, Role.DISPATCHER, Role.ADMIN),
            TaskAction.RELEASE, Set.of(Role.DISPATCHER, Role.ADMIN));

    private TaskLife() {}

    /** @throws Problem 422 {@code unknown-action} */
    static TaskAction action(String word) {
        return Optional.ofNullable(word)
                .flatMap(given -> Arrays.stream(TaskAction.values())
                        .filter(action -> action.name().equals(given.strip().toUpperCase(Locale.ROOT)))
                        .findFirst())
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-action",
                                "'" + shown(word) + "' is no action of a task; available are "
                                        + List.of(TaskAction.values()) + ".")
                        .with("/action", Fault.UNKNOWN, "unknown action"));
    }

    /** What can be done with a task now, by somebody of these roles; nothing with a lead's. */
    static List<TaskAction> allowed(String part, String state, Set<Role> roles) {
        return Arrays.stream(TaskAction.values())
                .filter(action -> part.equals("HELPER") && action.from().contains(state))
                .filter(action -> allows(action, roles))
                .toList();
    }

    static boolean allows(TaskAction action, Set<Role> roles) {
        return roles.stream().anyMatch(ROLES.get(action)::contains);
    }

    /** @throws Problem 409 {@code lead-task} or {@code action-not-allowed}, naming what is allowed */
    static void require(TaskAction action, String part, String state) {
        if (!part.equals("HELPER")) {
            throw Problem.conflict(
                    "lead-task",
                    "The task of the lead goes where the incident goes; act on the incident (POST /incidents/{id}/actions).");
        }
        if (!action.from().contains(state)) {
            throw Problem.conflict(
                            "action-not-allowed",
                            action + " of a task is not allowed in state " + state + "; allowed: "
                                    + allowed(part, state, Set.of(Role.ADMIN)) + ".")
                    .saying("why", "task");
        }
    }

    private static String shown(String word) {
        return word == null || word.length() <= 80 ? word : word.substring(0, 80) + "…";
    }
}
