package org.gridward.incident;

/**
 * Whose matter an issue is: RED a department's (公家事), YELLOW everybody's (大家事), GREEN one's own (自家事). Not to be mixed
 * up with the care level of a person, which has the same colours.
 */
public enum IssueColour {
    RED,
    YELLOW,
    GREEN
}
