package org.gridward.mapdata;

/** Hears how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {

    /** Says nothing. */
    Progress SILENT = (step, share, rows) -> {};

    /**
     * @param step what is being done, one or two words
     * @param share 0 to 1
     * @param rows rows so far
     */
    void at(String step, double share, long rows);
}
