package org.gridward.platform;

/** The limits of lists in the public contract. */
public final class Limits {

    public static final int DEFAULT = 100;
    public static final int MAX = 10_000;

    private Limits() {}

    /**
     * The page size to use; the default when absent.
     *
     * @throws Problem 400 when it is not from 1 to 10,000
     */
    public static int require(Integer limit) {
        if (limit == null) {
            return DEFAULT;
        }
        if (limit < 1 || limit > MAX) {
            throw Problem.unreadable("limit", "limit " + limit + " is not a number from 1 to " + MAX + ".")
                    .with("/limit", Fault.range(1, MAX), "from 1 to " + MAX);
        }
        return limit;
    }
}
