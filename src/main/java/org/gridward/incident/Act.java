package org.gridward.incident;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;

/**
 * Take an action on an incident; the note may be null except where the action needs one (RETURN, NOTE).
 *
 * @param more what else was sent; no action that is served takes anything else
 */
public record Act(String action, String note, @JsonAnySetter Map<String, Object> more) {

    public Act(String action, String note) {
        this(action, note, Map.of());
    }
}
