package org.gridward.incident;

/** Take an action on an incident; the note may be null except where the action needs one (RETURN, NOTE). */
public record Act(String action, String note) {}
