package org.gridward.border.web;

import java.util.List;
import java.util.Optional;
import org.gridward.border.ChangeFace;
import org.gridward.border.FaceState;
import org.gridward.border.FixOwner;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import tools.jackson.databind.JsonNode;

/** Reads {@code {"state"?,"owner"?:{"team"?,"role"?,"person"?}|null,"note"?}}. */
final class ChangeReader {

    private static final List<String> MEMBERS = List.of("state", "owner", "note");
    private static final int MAX_LABEL = 200;
    private static final int MAX_NOTE = 4_000;

    private ChangeReader() {}

    static ChangeFace read(JsonNode body) {
        if (!body.isObject()) {
            throw Problem.unreadable("unreadable-value", "A change is a JSON object with state, owner or note.");
        }
        for (String member : body.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                throw Problem.unreadable(
                                "unknown-member",
                                "The member '" + member + "' is not known here; known are " + MEMBERS + ".")
                        .with("/" + member, Fault.SUPERFLUOUS, "unknown member");
            }
        }
        return new ChangeFace(state(body), owner(body), note(body));
    }

    private static Optional<FaceState> state(JsonNode body) {
        JsonNode node = body.path("state");
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Words.one(FaceState.class, node.asString(""), "/state"));
    }

    private static Optional<FixOwner> owner(JsonNode body) {
        JsonNode node = body.path("owner");
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (node.isNull()) {
            return Optional.of(FixOwner.NOBODY);
        }
        if (!node.isObject()) {
            throw Problem.unreadable("unreadable-value", "owner is an object with team, role and person, or null.")
                    .with("/owner", Fault.UNREADABLE, "not an object");
        }
        return Optional.of(new FixOwner(
                text(node, "team", "/owner/team", MAX_LABEL),
                text(node, "role", "/owner/role", MAX_LABEL),
                text(node, "person", "/owner/person", MAX_LABEL)));
    }

    private static Optional<String> note(JsonNode body) {
        if (body.path("note").isMissingNode()) {
            return Optional.empty();
        }
        String note = text(body, "note", "/note", MAX_NOTE);
        return Optional.of(note == null ? "" : note);
    }

    private static String text(JsonNode node, String name, String pointer, int max) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isString() ? value.asString().strip() : null;
        if (text == null || text.length() > max || text.indexOf('\0') >= 0) {
            throw Problem.unprocessable(
                            "unacceptable-text", "'" + name + "' is a text of at most " + max + " characters, or null.")
                    .with(pointer, Fault.atMost(max), "at most " + max + " characters");
        }
        return text.isEmpty() ? null : text;
    }
}
