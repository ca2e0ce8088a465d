package org.gridward.responsibility;

/** The row of the rule table that chose somebody: the rule's word, version of the table, number of the row, and its text. */
public record Rule(String id, int version, int row, String text, String textEn) {}
