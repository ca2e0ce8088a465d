package org.gridward.access.web;

import static org.gridward.access.Role.ADMIN;
import static org.gridward.access.Role.DISPATCHER;
import static org.gridward.access.Role.PATROL;
import static org.gridward.access.Role.PLANNER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Arrays;
import java.util.List;
import org.gridward.access.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what, in one list: the first rule that fits decides. Rooms add what depends on the thing itself, such as
 * a patrol's own grid, with {@link org.gridward.access.Actor#mayActIn}. What no rule names can be read by whoever is
 * signed in and changed by nobody but an admin.
 */
final class AccessRules {

    /** One rule: a method (null: every method), a path pattern, and the roles; no roles mean everybody. */
    record Rule(HttpMethod method, String path, List<Role> roles) {}

    private static final Role[] SIGNED_IN = {PATROL, DISPATCHER, PLANNER, ADMIN};

    static final List<Rule> RULES = List.of(
            // The boards and what their page needs.
            everybody(null, "/api/v1/public/**"),
            everybody(GET, "/api/v1/categories"),
            everybody(GET, "/api/v1/channels"),
            everybody(GET, "/tiles/**"),
            everybody(GET, "/api/v1/mapdata/extent"),
            everybody(GET, "/problems/**"),

            // Incidents: reported by who meets them. Which action a role may take, and where, the incident room says:
            // a planner, for one, may only leave a note.
            only(POST, "/api/v1/incidents", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/duplicates", SIGNED_IN),
            only(POST, "/api/v1/incidents/quick-fixes", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/reporters", DISPATCHER, ADMIN),
            only(GET, "/api/v1/incidents/*/reporters", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/children", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/actions", SIGNED_IN),
            only(POST, "/api/v1/incidents/*/answer", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/tasks/*/actions", PATROL, DISPATCHER, ADMIN),

            // Working together on an incident.
            only(POST, "/api/v1/incidents/*/whistles", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/joint-tasks", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/deliberations", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/hard-case/**", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/hand-offs", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/mediations", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/hand-offs/**", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/mediations/**", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/deliberations/**", DISPATCHER, ADMIN),
            only(POST, "/api/v1/deliberation-templates", PLANNER, ADMIN),
            only(POST, "/api/v1/whistle-calls/**", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/joint-tasks/**", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/joint-patrols/*/walks", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/joint-patrols/**", DISPATCHER, PLANNER, ADMIN),
            // The codes of boards, and the reports that are held for a look, with the names and numbers in them.
            only(POST, "/api/v1/boards/*/codes", DISPATCHER, PLANNER, ADMIN),
            only(null, "/api/v1/quarantine/**", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/assign", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/undo", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/helpers/release", DISPATCHER, ADMIN),
            // Who works on what.
            only(null, "/api/v1/incidents/*/claim", DISPATCHER, ADMIN),
            only(POST, "/api/v1/presence", DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/ruling", DISPATCHER, ADMIN),
            only(POST, "/api/v1/precedents/**", DISPATCHER, PLANNER, ADMIN),
            only(POST, "/api/v1/incidents/*/follow-ups", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/follow-ups/**", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/cover-rules/**", DISPATCHER, PLANNER, ADMIN),

            // What comes from outside.
            only(POST, "/api/v1/intake/chat", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/intake/signals", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/intake/**", DISPATCHER, ADMIN),
            only(GET, "/api/v1/intake/**", DISPATCHER, ADMIN),

            // What incidents can be, and what to do about them.
            only(POST, "/api/v1/categories", PLANNER, ADMIN),
            only(POST, "/api/v1/playbooks", DISPATCHER, PLANNER, ADMIN),
            // Photos and what else proves something; a planner does not look at residents' stairwells.
            only(null, "/api/v1/incidents/*/photos", PATROL, DISPATCHER, ADMIN),
            only(null, "/api/v1/incidents/*/evidence", PATROL, DISPATCHER, ADMIN),
            only(GET, "/api/v1/photos/*", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/hazards", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/hazards/*/check", DISPATCHER, ADMIN),
            only(POST, "/api/v1/openings/**", DISPATCHER, ADMIN),

            // Clocks: anybody of the field asks, dispatchers decide (the room sees to it that it is somebody else).
            only(POST, "/api/v1/incidents/*/approvals", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/incidents/*/approvals/*", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/deadlines/failures/*/retry", DISPATCHER, ADMIN),
            only(POST, "/api/v1/deadline-profiles", PLANNER, ADMIN),
            only(POST, "/api/v1/calendars/*", PLANNER, ADMIN),

            // Borders.
            only(POST, "/api/v1/layers/**", PLANNER, ADMIN),
            only(PATCH, "/api/v1/layers/**", PLANNER, ADMIN),

            // Who answers.
            only(POST, "/api/v1/rules", PLANNER, ADMIN),
            only(POST, "/api/v1/joint-areas", PLANNER, ADMIN),
            only(POST, "/api/v1/owners", PLANNER, ADMIN),
            only(POST, "/api/v1/duties", PLANNER, ADMIN),
            only(POST, "/api/v1/departments", PLANNER, ADMIN),
            only(POST, "/api/v1/team-templates", PLANNER, ADMIN),
            only(POST, "/api/v1/layer-staffing", PLANNER, ADMIN),
            only(POST, "/api/v1/role-titles", PLANNER, ADMIN),
            only(POST, "/api/v1/duty-lists", PLANNER, ADMIN),
            only(POST, "/api/v1/teams/*/*/absences", DISPATCHER, PLANNER, ADMIN),
            only(POST, "/api/v1/teams/**", PLANNER, ADMIN),

            // The field.
            only(POST, "/api/v1/tracks", PATROL, DISPATCHER, ADMIN),
            only(GET, "/osmand", PATROL, DISPATCHER, ADMIN),
            only(POST, "/osmand", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/places", SIGNED_IN),
            only(PUT, "/api/v1/places/*", SIGNED_IN),
            only(PUT, "/api/v1/units/*", DISPATCHER, ADMIN),

            // The desk: its alarms, and what one shift hands to the next.
            only(null, "/api/v1/alarms/**", DISPATCHER, ADMIN),
            only(null, "/api/v1/handovers/**", DISPATCHER, ADMIN),

            // Campaigns.
            only(POST, "/api/v1/campaigns/*/visits", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/campaigns/**", DISPATCHER, PLANNER, ADMIN),
            only(POST, "/api/v1/free-ground", SIGNED_IN),

            // Telling people outside.
            only(POST, "/api/v1/incidents/*/progress", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/broadcasts/*/groups/*/posted", PATROL, DISPATCHER, ADMIN),
            only(POST, "/api/v1/broadcasts/**", DISPATCHER, ADMIN),
            only(PUT, "/api/v1/chat-groups/*", DISPATCHER, ADMIN),
            only(GET, "/api/v1/subscriptions/**", DISPATCHER, ADMIN),
            only(GET, "/api/v1/messages/**", DISPATCHER, ADMIN),
            only(GET, "/api/v1/message-targets", DISPATCHER, ADMIN),
            only(POST, "/api/v1/messages/*/replay", DISPATCHER, ADMIN),

            // The links of screens on walls; a screen itself shows its link to the public path of the wall.
            only(null, "/api/v1/wall-tokens/**", DISPATCHER, ADMIN),

            // All phone numbers of a stretch of ground at once.
            only(GET, "/api/v1/contact-lists/**", DISPATCHER, PLANNER, ADMIN),

            // The past: where units went is for those who send them.
            only(GET, "/api/v1/replay/**", DISPATCHER, PLANNER, ADMIN),
            only(null, "/api/v1/area-questions/**", DISPATCHER, ADMIN),

            // Questions that need a body.
            only(POST, "/api/v1/locate", SIGNED_IN),
            only(POST, "/api/v1/codes/**", SIGNED_IN),

            // Everything else of the API.
            only(GET, "/api/**", SIGNED_IN),
            only(null, "/api/**", ADMIN),
            only(GET, "/v3/**", SIGNED_IN),
            only(GET, "/swagger-ui/**", SIGNED_IN),
            only(GET, "/api-docs.html", SIGNED_IN),

            // Pages for signed-in people; what they are made of is no secret.
            only(GET, "/", SIGNED_IN),
            only(GET, "/index.html", SIGNED_IN),
            only(GET, "/planning.html", SIGNED_IN),
            only(GET, "/notices.html", SIGNED_IN),
            only(GET, "/setup.html", SIGNED_IN),
            only(GET, "/board-sheet.html", SIGNED_IN),
            only(GET, "/clocks.html", SIGNED_IN),
            only(GET, "/evaluation.html", SIGNED_IN),
            only(GET, "/quarantine.html", SIGNED_IN),
            only(GET, "/alarms.html", SIGNED_IN),
            only(GET, "/handover.html", SIGNED_IN),
            only(GET, "/patrol.html", SIGNED_IN),
            only(GET, "/walls.html", SIGNED_IN),
            only(GET, "/contacts.html", SIGNED_IN),
            everybody(GET, "/**"),
            only(null, "/**", ADMIN));

    private AccessRules() {}

    /** The roles that the first fitting rule names for a path; none for a path that everybody may ask. */
    static List<Role> roles(HttpMethod method, String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return RULES.stream()
                .filter(rule -> rule.method() == null || rule.method() == method)
                .filter(rule ->
                        PathPatternParser.defaultInstance.parse(rule.path()).matches(asked))
                .findFirst()
                .map(Rule::roles)
                .orElse(List.of());
    }

    private static Rule everybody(HttpMethod method, String path) {
        return new Rule(method, path, List.of());
    }

    private static Rule only(HttpMethod method, String path, Role... roles) {
        return new Rule(method, path, Arrays.asList(roles));
    }
}
