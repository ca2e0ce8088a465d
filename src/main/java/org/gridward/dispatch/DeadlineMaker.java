package org.gridward.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.gridward.incident.DeadlineSet;

/** Turns the time limits of a tier into deadlines of one incident. Pure. */
record DeadlineMaker(List<DeadlineProfile> profiles, WorkCalendar calendar) {

    DeadlineMaker {
        profiles = List.copyOf(profiles);
    }

    /** The deadlines of the tier's latest profile version in force at {@code start}, the earliest first. */
    List<DeadlineSet> make(int tier, Instant start) {
        int version = profiles.stream()
                .filter(profile -> profile.tier() == tier && !start.isBefore(profile.validFrom()))
                .mapToInt(DeadlineProfile::version)
                .max()
                .orElseThrow(() ->
                        new IllegalStateException("No deadline profile of tier " + tier + " is in force at " + start));
        return profiles.stream()
                .filter(profile -> profile.version() == version && profile.tier() == tier)
                .map(profile -> deadline(profile, start))
                .sorted(Comparator.comparing(DeadlineSet::due))
                .toList();
    }

    private DeadlineSet deadline(DeadlineProfile profile, Instant start) {
        Instant due =
                switch (profile.unit()) {
                    case "MINUTES" -> start.plus(Duration.ofMinutes(profile.amount()));
                    case "HOURS" -> start.plus(Duration.ofHours(profile.amount()));
                    case "DAYS" ->
                        start.atZone(calendar.zone()).plusDays(profile.amount()).toInstant();
                    case "WORKING_DAYS" -> calendar.plusWorkingDays(start, profile.amount());
                    default -> throw new IllegalStateException("Deadline profile " + profile + " has an unknown unit");
                };
        return new DeadlineSet(profile.kind(), due, profile.version(), calendar.isProvisional(due), null, null);
    }
}
