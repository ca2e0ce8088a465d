package org.gridward.campaign;

import java.util.List;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Proposes where to build so that the most places without one get one within reach. */
@Component
public class SiteFinder {

    private static final int GAPS_MOST = 3_000;

    /** A proposed point: at a place that nothing reaches, and how many such places it would reach. */
    public record Proposal(String ref, double lon, double lat, int reaches) {}

    private final PlaceCoverage coverage;

    SiteFinder(PlaceCoverage coverage) {
        this.coverage = coverage;
    }

    /** @throws Problem 422 more gaps than are weighed at once, or a number of points that is not acceptable */
    public List<Proposal> propose(PlaceCoverage.Asked asked, int most) {
        if (most < 1 || most > 1_000) {
            throw Problem.unprocessable("most", most + " is not from 1 to 1000.")
                    .with("/most", Fault.range(1, 1_000), "1 to 1000");
        }
        List<PlaceCoverage.Spot> gaps = coverage.spots(asked).stream()
                .filter(spot -> !spot.covered() && !spot.planned())
                .toList();
        if (gaps.size() > GAPS_MOST) {
            throw Problem.unprocessable(
                    "too-many-gaps",
                    gaps.size() + " places lack one; ask for one grid at a time (at most " + GAPS_MOST + ").");
        }
        return Siting.pick(gaps, asked.meters(), most).stream()
                .map(site -> new Proposal(
                        site.at().code(), site.at().lon(), site.at().lat(), site.reaches()))
                .toList();
    }
}
