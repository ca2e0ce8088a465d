package org.gridward.dispatch;

import java.time.Instant;

/** One time limit of a tier: {@code amount} of MINUTES, HOURS, DAYS or WORKING_DAYS, in force from {@code validFrom}. */
record DeadlineProfile(int version, Instant validFrom, int tier, String kind, int amount, String unit) {}
