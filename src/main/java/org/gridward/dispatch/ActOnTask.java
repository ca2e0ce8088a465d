package org.gridward.dispatch;

/** Take an action on a helper's task; a reason belongs to RELEASE, a note to any. */
public record ActOnTask(String action, String reason, String note) {}
