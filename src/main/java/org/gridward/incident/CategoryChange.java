package org.gridward.incident;

/** What one member of one category was before and is after a change; both as JSON would show them, null: not there. */
public record CategoryChange(String code, String member, Object before, Object after) {}
