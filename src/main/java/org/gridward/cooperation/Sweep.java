package org.gridward.cooperation;

/** A look at what fell due; each thing is told once, whoever looks. */
interface Sweep {

    /** At most so many at a look. */
    int MOST = 500;

    /** Tells what is due now, in one transaction; returns how many. */
    int look();
}
