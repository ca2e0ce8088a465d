package org.gridward.grid;

/** What a change of the register of editions says. */
public enum ChangeKind {
    /** A drawing is in force from an instant on. */
    ADOPT,
    /** A drawing takes the place of one that was wrong, for the whole time of that one. */
    CORRECT,
    /** The edition in force ends and nothing follows it. */
    RETIRE,
    /** An edition began or ended at another time than the register said. */
    MOVE
}
