package org.gridward.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.incident.Act;
import org.gridward.incident.CaseFile;
import org.gridward.incident.Happening;
import org.gridward.incident.IncidentDesk;
import org.gridward.incident.Standing;
import org.gridward.incident.TaskGiven;
import org.gridward.platform.Fault;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.Assignees;
import org.gridward.responsibility.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives units a part in an incident: one as its lead, which is a hand-over, or any number as helpers beside the lead. */
@Component
public class Assigner {

    private static final int AT_MOST = 20;

    private final Assignees assignees;
    private final Tasks tasks;
    private final ResponseWriter writer;
    private final CaseFile cases;
    private final IncidentDesk desk;
    private final Outbox outbox;
    private final Clock clock;

    Assigner(
            Assignees assignees,
            Tasks tasks,
            ResponseWriter writer,
            CaseFile cases,
            IncidentDesk desk,
            Outbox outbox,
            Clock clock) {
        this.assignees = assignees;
        this.tasks = tasks;
        this.writer = writer;
        this.cases = cases;
        this.desk = desk;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Makes a unit the lead. @throws Problem as TRANSFER */
    @Transactional
    public void lead(UUID incident, String unit, String reason, int version, Actor actor) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("to", "unit/" + unit);
        fields.put("reason", reason);
        desk.act(incident, new Act("TRANSFER", null, fields), version, actor);
    }

    /**
     * Sends helpers: units ({@code unit/CODE}), departments or teams of grids, by their codes.
     *
     * @throws Problem 404, 403, 409 the incident is over, 412 changed since, 422 a code that nobody answers under
     */
    @Transactional
    public void helpers(UUID incident, List<String> codes, String reason, int version, Actor actor) {
        Standing standing = cases.hold(incident, actor);
        SeenVersion.require(standing, version);
        if (codes.isEmpty() || codes.size() > AT_MOST) {
            throw Problem.unprocessable("helpers", codes.size() + " helpers; send 1 to " + AT_MOST + " codes.")
                    .saying("most", AT_MOST)
                    .with("/helpers", Fault.range(1, AT_MOST), "1 to " + AT_MOST);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Rule rule = new Rule("assigned", 0, 0, "调度台指派：" + reason, "Sent by the desk: " + reason);
        List<TaskGiven> open = tasks.openOf(incident);
        List<TaskGiven> given = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            TaskGiven task = task(standing, codes.get(i), "/helpers/" + i, rule, now);
            if (java.util.stream.Stream.concat(open.stream(), given.stream())
                    .noneMatch(one -> one.gridCode().equals(task.gridCode())
                            && one.person().equals(task.person())
                            && java.util.Objects.equals(one.unit(), task.unit()))) {
                given.add(task);
            }
        }
        if (given.isEmpty()) {
            throw Problem.conflict(
                    "same-hands", "All of " + codes + " have a part in incident " + standing.number() + ".");
        }
        writer.insert(incident, standing.number(), standing.category(), given, List.of(), 0);
        outbox.append(
                "UnitDispatched",
                incident.toString(),
                Map.of("id", incident, "number", standing.number(), "tasks", given));
        desk.happened(new Happening(
                incident,
                "ASSIGN",
                actor.name(),
                reason,
                Map.of("helpers", given.stream().map(TaskGiven::person).toList(), "codes", codes),
                Map.of(),
                null));
    }

    private TaskGiven task(Standing standing, String code, String pointer, Rule rule, Instant now) {
        String home = standing.gridCodes().isEmpty()
                ? ""
                : standing.gridCodes().get(standing.gridCodes().size() - 1);
        Answering found = assignees.find(code, home, now, rule).orElseThrow(() -> Problem.unprocessable(
                        "unknown-target",
                        "'" + code + "' names nobody who could help now; send unit/CODE, a department, or a grid.")
                .saying("target", code)
                .with(pointer, Fault.UNKNOWN, "nobody answers under this code"));
        return ResponsePlan.task(found, "HELPER", now);
    }
}
