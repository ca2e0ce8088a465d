package org.gridward.incident;

/** Big, small and private matters (大事、小事、私事), which go different ways. */
public enum MatterClass {
    BIG,
    SMALL,
    PRIVATE
}
