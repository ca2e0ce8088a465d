package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/**
 * Take an action on an incident; the note may be null except where the action needs one.
 *
 * @param more the action's own fields, as sent; {@link Action#fields} names them
 */
public record Act(String action, String note, @JsonAnySetter Map<String, Object> more) {

    public Act(String action, String note) {
        this(action, note, Map.of());
    }
}
