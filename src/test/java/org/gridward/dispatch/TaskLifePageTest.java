package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.gridward.access.Role;
import org.gridward.architecture.GeneratedDocs;
import org.gridward.dispatch.TaskLife.TaskAction;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;

class TaskLifePageTest {

    @Test
    void thePageDrawsTheTableThatTheCodeUses() {
        StringBuilder text = new StringBuilder("\n```mermaid\nstateDiagram-v2\n    [*] --> ASSIGNED\n");
        for (TaskAction action : TaskAction.values()) {
            action.from().stream()
                    .filter(state -> !state.equals("FINISHED"))
                    .forEach(state -> text.append("    %s --> %s : %s\n".formatted(state, action.to(), action)));
        }
        text.append("    DONE --> [*]\n    RELEASED --> [*]\n```\n\n");
        GeneratedDocs.checkPart("lifecycle.md", "task", text.toString());
    }

    @Test
    void whatIsOverOrLeadsAllowsNothing() {
        for (String over : TaskLife.OVER) {
            assertThat(TaskLife.allowed("HELPER", over, Set.of(Role.ADMIN))).isEmpty();
        }
        assertThat(TaskLife.allowed("LEAD", "ASSIGNED", Set.of(Role.ADMIN))).isEmpty();
        assertThatThrownBy(() -> TaskLife.require(TaskAction.ACCEPT, "LEAD", "ASSIGNED"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("lead-task"));
        assertThat(TaskLife.allowed("HELPER", "ASSIGNED", Set.of(Role.PATROL))).doesNotContain(TaskAction.RELEASE);
    }
}
