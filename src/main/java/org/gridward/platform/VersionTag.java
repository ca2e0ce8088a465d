package org.gridward.platform;

/** The version of a thing, as it stands in its ETag and in If-Match. Versions count from 1. */
public final class VersionTag {

    /** What {@code If-Match: *} says: whatever the version is, as long as the thing is there (RFC 9110, 13.1.1). */
    public static final int ANY = -1;

    private VersionTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version of a thing that changes once, from open to over, and never again. */
    public static int once(boolean over) {
        return over ? 2 : 1;
    }

    /** Whether a change may go on that was made of version {@code seen} of a thing that is at version {@code now}. */
    public static boolean matches(int seen, long now) {
        return seen == ANY || seen == now;
    }

    /**
     * As {@link #matches}, or a problem.
     *
     * @throws Problem 412 {@code slug}
     */
    public static void require(int seen, long now, String thing, String slug) {
        if (!matches(seen, now)) {
            throw Problem.stale(
                    slug, "The " + thing + " is at version " + now + ", not " + seen + "; read it again, then decide.");
        }
    }

    /**
     * The version that the caller has read, out of If-Match; {@link #ANY} for a star. What stands after a dot in a tag tells
     * pictures of one version apart.
     *
     * @param thing what it is, in a sentence, such as "incident"
     * @param slug of the problem when it is no version that this server gave
     * @throws Problem 428 {@code version-missing} without the header, 412 when it cannot be read
     */
    public static int read(String ifMatch, String thing, String slug) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.preconditionRequired(
                    "version-missing",
                    "A change needs If-Match with the ETag of the " + thing + " that you have read.");
        }
        if (ifMatch.strip().equals("*")) {
            return ANY;
        }
        try {
            return Integer.parseUnsignedInt(
                    ifMatch.strip().replaceFirst("^W/", "").replaceAll("^\"|(\\.\\d+)?\"$", ""));
        } catch (NumberFormatException foreign) {
            throw Problem.stale(slug, "If-Match " + ifMatch + " is no version of this " + thing + "; read it again.");
        }
    }
}
