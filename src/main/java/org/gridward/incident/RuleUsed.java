package org.gridward.incident;

/** The row of a version of the rule table that picked who answers. */
public record RuleUsed(String id, int version, int row, String text, String textEn) {}
