package org.gridward.incident;

/** The version of the rule that picked who answers. */
public record RuleUsed(String id, int version, String text, String textEn) {}
