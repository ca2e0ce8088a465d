package org.gridward.incident;

import static org.gridward.incident.Field.code;
import static org.gridward.incident.Field.flag;
import static org.gridward.incident.Field.instant;
import static org.gridward.incident.Field.integer;
import static org.gridward.incident.Field.list;
import static org.gridward.incident.Field.number;
import static org.gridward.incident.Field.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gridward.access.Role;

/**
 * What can be asked of an incident: by whom, and with which fields. A note can be sent with each. Where an action leads, and
 * from where, says {@link Lifecycle}; what it does elsewhere, the listeners of {@link IncidentChanged}.
 */
public enum Action {
    ACCEPT(Who.FIELD),
    ARRIVE(Who.FIELD, Field.claim()),
    CONTROL(Who.FIELD, Field.claim()),
    NOTE(Who.ALL),
    FINISH(Who.FIELD, Field.claim()),
    FEEDBACK(Who.FIELD, text("answer", true, "给反映人的答复", "Answer to the reporter")),
    REVISIT(
            Who.REPORTER_TOO,
            code("result", true, "回访结果", "Result", RevisitResult.values()),
            integer("satisfaction", false, 1, 5, "满意度（1–5）", "Satisfaction (1 to 5)")),
    CLOSE(
            Who.DESK,
            code("how", true, "办结方式", "How it was settled", ClosedHow.values()),
            text("rootCause", false, "原因", "Root cause")),
    RETURN(
            Who.FIELD,
            text("reason", true, "退回理由", "Why not here"),
            code("suggest", false, "应由谁办（网格或部门编码）", "Who then (code of a grid or department)")),
    TRANSFER(Who.DESK, code("to", true, "转给（编码）", "To whom (code)"), text("reason", true, "转办理由", "Reason")),
    MOVE(
            Who.FIELD,
            number("lon", true, -180, 180, "经度", "Longitude"),
            number("lat", true, -90, 90, "纬度", "Latitude"),
            text("reason", true, "移动理由", "Reason")),
    MERGE(Who.DESK, code("into", true, "并入事件（编号）", "Into incident (number)")),
    UNMERGE(Who.DESK, text("reason", true, "拆分理由", "Why it is another matter")),
    PARK(Who.FIELD, instant("until", true, "挂账至", "Until")),
    RESUME(Who.FIELD),
    EXTEND(
            Who.FIELD,
            instant("until", false, "延至", "Until"),
            integer("workingDays", false, 1, 60, "延长工作日", "More working days")),
    ESCALATE(Who.FIELD, code("to", false, "上报至（层级）", "To (layer)"), code("reason", true, "上报理由", "Reason")),
    WHISTLE(
            Who.FIELD,
            list("departments", true, "部门编码", "Departments"),
            instant("arriveBy", false, "到场时限（不填：按部门）", "Arrive by")),
    SUPERVISE(
            Who.DESK,
            code("department", false, "督办部门", "Department"),
            instant("until", false, "督办时限", "Until"),
            flag("end", false, "解除督办", "End it")),
    TRIAGE(
            Who.DESK,
            integer("tier", false, 1, 3, "响应等级", "Response tier"),
            code("colour", false, "红黄绿", "Issue colour", IssueColour.values()),
            code("matterClass", false, "大事小事私事", "Matter class", MatterClass.values()),
            text("reason", true, "理由", "Reason")),
    HOLD(Who.FIELD),
    RELIEVE(Who.FIELD),
    REOPEN(Who.REPORTER_TOO, text("reason", true, "重新办理理由", "Why again")),
    VOID(Who.DESK, text("reason", true, "作废理由（告知反映人）", "Reason (the reporter is told)"));

    private final Set<Role> roles;
    private final List<Field> fields;

    Action(Set<Role> roles, Field... fields) {
        this.roles = roles;
        this.fields = List.of(fields);
    }

    private static final class Who {
        static final Set<Role> DESK = Set.of(Role.DISPATCHER);
        static final Set<Role> FIELD = Set.of(Role.PATROL, Role.DISPATCHER);
        static final Set<Role> REPORTER_TOO = Set.of(Role.DISPATCHER, Role.RESIDENT);
        static final Set<Role> ALL = Set.of(Role.PATROL, Role.DISPATCHER, Role.PLANNER);
    }

    static Optional<Action> find(String word) {
        return Arrays.stream(values())
                .filter(action -> action.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The fields that it takes beside a note. */
    public List<Field> fields() {
        return fields;
    }

    /** The fields of a form for it: its own and the note. */
    List<Field> form() {
        return java.util.stream.Stream.concat(
                        fields.stream(), java.util.stream.Stream.of(text("note", needsNote(), "备注", "Note")))
                .toList();
    }

    /** Whether it says nothing, or too little, without a note. */
    boolean needsNote() {
        return this == NOTE || this == PARK || this == EXTEND || this == HOLD;
    }

    /** Whether one of the roles may ask for it; an administrator may ask for everything. */
    boolean allows(Set<Role> held) {
        return held.contains(Role.ADMIN) || roles.stream().anyMatch(held::contains);
    }

    /** The roles that may ask for it, as a user reads them. */
    List<String> roleWords() {
        return roles.stream()
                .filter(Role.GIVEN::contains)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
