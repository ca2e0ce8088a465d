package org.gridward.datum;

import java.time.Instant;
import org.gridward.geodesy.DatumDoubt;
import org.gridward.geodesy.DatumWatch.Verdict;

/**
 * A source and the datum it names, with the guard's verdict.
 *
 * @param doubt what its positions fit instead; null: nothing, or with SUSPECT a constant offset
 * @param eastMeters, northMeters how far its positions lie off, null unless suspect
 * @param score natural logarithm of the evidence; suspect from {@link org.gridward.geodesy.DatumWatch#LIMIT}
 * @param reports positions seen
 * @param spots of them counted: one a place of 150 m
 */
public record WatchedSource(
        String source,
        String tag,
        Verdict verdict,
        DatumDoubt doubt,
        Double eastMeters,
        Double northMeters,
        double score,
        long reports,
        int spots,
        Instant firstSeen,
        Instant lastSeen,
        Instant suspectSince) {

    /** Such as {@code fits GCJ-02 tagged WGS-84, shift 540 m, 37 spots, score 21.3}; null unless suspect. */
    public String fits() {
        if (verdict != Verdict.SUSPECT) {
            return null;
        }
        return "fits " + (doubt == null ? "a constant offset" : doubt.text()) + ", shift "
                + Math.round(Math.hypot(eastMeters, northMeters)) + " m, " + spots + " spots, score "
                + Math.round(score * 10) / 10.0;
    }
}
