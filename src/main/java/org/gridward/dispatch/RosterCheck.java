package org.gridward.dispatch;

import java.time.Instant;
import java.util.Set;
import org.gridward.incident.TaskGiven;
import org.gridward.responsibility.DutyRoster;
import org.springframework.stereotype.Component;

/** Says whether whoever has a task still stands on the roster of its grid. */
@Component
class RosterCheck {

    /** Roles that no team of a grid gives: a body that owns a thing, the desk itself, a department. */
    private static final Set<String> OF_NO_TEAM = Set.of("OWNER", "DISPATCHER", "DEPARTMENT");

    private final DutyRoster roster;

    RosterCheck(DutyRoster roster) {
        this.roster = roster;
    }

    boolean isOff(TaskGiven task, Instant now) {
        return !OF_NO_TEAM.contains(task.role())
                && roster.teamsOf(task.gridCode(), now, null).stream()
                        .flatMap(team -> team.members().stream())
                        .noneMatch(member -> member.role().equals(task.role())
                                && member.labelZh().equals(task.person()));
    }
}
