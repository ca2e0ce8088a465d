package org.gridward.evaluation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the judgement on public reports depends on, and nothing else: sight distances and τ, each in a version. And which
 * department a category goes to.
 *
 * @param sight metres by the kind of unit
 * @param presence τ in hours by category; one that is not named cannot be seen by a patrol and is not judged
 * @param departments the first department of each category that has one
 */
public record SightRules(
        int sightVersion,
        Map<String, Double> sight,
        int presenceVersion,
        Map<String, Double> presence,
        Map<String, String> departments) {

    private static final double HOUR_SECONDS = 3_600;

    double sightMeters(String kind) {
        return sight.getOrDefault(kind, sight.getOrDefault("other", 0.0));
    }

    /** For how long before the report a matter of this kind is taken to have been there. */
    Optional<Duration> tau(CaseHistory one) {
        return Optional.ofNullable(presence.get(one.category()))
                .map(hours -> Duration.ofSeconds((long) (hours * HOUR_SECONDS)));
    }
}
