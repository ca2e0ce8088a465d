package org.gridward.platform;

/** The version of a thing, as it stands in its ETag and in If-Match. */
public final class VersionTag {

    private VersionTag() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller has read, out of If-Match.
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
        try {
            return Integer.parseInt(ifMatch.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException foreign) {
            throw Problem.stale(slug, "If-Match " + ifMatch + " is no version of this " + thing + "; read it again.");
        }
    }
}
