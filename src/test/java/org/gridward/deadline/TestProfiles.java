package org.gridward.deadline;

import java.time.Instant;

/** Profiles for the tests of other rooms. */
public final class TestProfiles {

    private TestProfiles() {}

    /** The limits that come with the product, 08:00 to 18:00. */
    public static DeadlineProfile standard() {
        return TestCalendars.profile(1, Instant.MIN, "08:00-18:00");
    }
}
