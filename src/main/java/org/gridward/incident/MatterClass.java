package org.gridward.incident;

/** Big, small and private matters (大事、小事、私事), which go different ways. */
public enum MatterClass {
    BIG,
    SMALL,
    PRIVATE;

    /** Of an incident that nobody has triaged: what takes a plan is big, everything else small until somebody says so. */
    static MatterClass ofTier(int tier) {
        return tier == 3 ? BIG : SMALL;
    }
}
