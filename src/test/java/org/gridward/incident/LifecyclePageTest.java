package org.gridward.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridward.architecture.GeneratedDocs;
import org.gridward.incident.Lifecycle.Now;
import org.junit.jupiter.api.Test;

/** Draws the life of an incident out of its own transition table. */
class LifecyclePageTest {

    @Test
    void thePageDrawsTheTableThatTheCodeUses() {
        StringBuilder text = new StringBuilder(
                "\n```mermaid\nstateDiagram-v2\n    [*] --> REPORTED\n    REPORTED --> DISPATCHED : rule\n");
        for (State from : State.values()) {
            Map<State, List<String>> to = new LinkedHashMap<>();
            for (Action action : Action.values()) {
                Lifecycle.next(from, action)
                        .filter(next -> next != from || action == Action.RETURN)
                        .ifPresent(next -> to.computeIfAbsent(next, fresh -> new ArrayList<>())
                                .add(action.name()));
            }
            to.forEach((next, actions) ->
                    text.append("    %s --> %s : %s\n".formatted(from, next, String.join(", ", actions))));
        }
        State.OVER.stream().sorted().forEach(state -> text.append("    %s --> [*]\n".formatted(state)));
        text.append("```\n\n| action | from | to | roles | fields |\n|---|---|---|---|---|\n");
        for (Action action : Action.values()) {
            text.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            action, from(action), to(action), String.join(", ", action.roleWords()), fields(action)));
        }
        GeneratedDocs.checkPart("lifecycle.md", "incident", text.append("\n").toString());
    }

    @Test
    void thePageListsWhatIsPossibleInEachState() {
        StringBuilder text = new StringBuilder("\n| state | tier 1 | parked |\n|---|---|---|\n");
        for (State state : State.values()) {
            Now parked = new Now(state, 1, false, true, false, null);
            text.append("| %s | %s | %s |\n"
                    .formatted(
                            state,
                            words(Lifecycle.allowed(Now.of(state, 1))),
                            state.isOver() ? "-" : words(Lifecycle.allowed(parked))));
        }
        GeneratedDocs.checkPart("lifecycle.md", "possible", text.append("\n").toString());
    }

    private static String from(Action action) {
        return Arrays.stream(State.values())
                .filter(state -> Lifecycle.next(state, action).isPresent())
                .map(State::name)
                .collect(Collectors.joining(", "));
    }

    private static String to(Action action) {
        List<State> to = Arrays.stream(State.values())
                .map(state -> Lifecycle.next(state, action))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        boolean stays = Arrays.stream(State.values())
                .allMatch(state ->
                        Lifecycle.next(state, action).map(state::equals).orElse(true));
        return stays ? "stays" : words(to);
    }

    private static String fields(Action action) {
        return action.form().stream()
                .map(field -> field.required() ? "**" + field.name() + "**" : field.name())
                .collect(Collectors.joining(", "));
    }

    private static String words(List<?> list) {
        return list.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
