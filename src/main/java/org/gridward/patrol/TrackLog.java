package org.gridward.patrol;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gridward.datum.DatumGuard;
import org.gridward.datum.Observation;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.geodesy.RawPosition;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log of where units went. Neither the order nor the repetition of batches changes what is stored: a fix is one unit at
 * one instant, and where two different fixes claim the same instant the better one stays, whichever came first. Each fix is
 * stored with the micro-grid that held it at its time.
 */
@Component
public class TrackLog {

    /** Fixes of one batch at most. */
    public static final int BATCH_AT_MOST = 50_000;

    private final Units units;
    private final FixStore store;
    private final TrackDays days;
    private final TrackLoader loader;
    private final TrackReader reader;
    private final Jurisdiction jurisdiction;
    private final TransactionTemplate transaction;
    private final TrackNews news;
    private final DatumGuard guard;
    private final Clock clock;

    TrackLog(
            Units units,
            FixStore store,
            TrackDays days,
            TrackLoader loader,
            TrackReader reader,
            Jurisdiction jurisdiction,
            TransactionTemplate transaction,
            TrackNews news,
            DatumGuard guard,
            Clock clock) {
        this.units = units;
        this.store = store;
        this.days = days;
        this.loader = loader;
        this.reader = reader;
        this.jurisdiction = jurisdiction;
        this.transaction = transaction;
        this.news = news;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Records a batch of one unit's fixes, in any order; what cannot be stored is refused one by one with its reason.
     *
     * @param datum of the coordinates
     * <p>A unit that reports for the first time becomes known under its code; a planner gives it names and a grid later.
     *
     * @throws Problem 422 {@code unit-not-acceptable} for a code that is none, 413 {@code too-many-fixes}
     */
    public TrackReceipt record(String unit, List<Fix> fixes, Datum datum) {
        if (fixes.size() > BATCH_AT_MOST) {
            throw Problem.tooLarge(
                    "too-many-fixes",
                    fixes.size() + " fixes in one batch; send at most " + BATCH_AT_MOST
                            + ", the order does not matter.");
        }
        List<RefusedFix> refused = new ArrayList<>();
        List<Fix> raw = new ArrayList<>();
        List<Fix> sound = sound(fixes, datum, refused, raw);
        if (sound.isEmpty()) {
            return new TrackReceipt(0, 0, refused);
        }
        int unitId = units.idOrNew(unit);
        SortedMap<Instant, Fix> best = FixOrder.bestByInstant(sound);
        days.ensure(best.keySet());
        int accepted = transaction.execute(status -> {
            if (!datum.conversion().equals(Datum.WGS84.conversion())) {
                store.storeRaw(unitId, raw, datum);
            }
            return store(unit, unitId, best);
        });
        best.values().forEach(fix -> observe(unit, fix, datum));
        return new TrackReceipt(accepted, sound.size() - accepted, refused);
    }

    /** Why a fix in WGS 84 would be refused now, or empty: for importers that check before they load. */
    public Optional<String> refusal(Fix fix) {
        return FixCheck.refusal(FixCheck.normal(fix, Datum.WGS84), clock.instant(), jurisdiction.box());
    }

    /**
     * Loads many fixes (WGS 84, any order) in one transaction through COPY: all of them or none.
     *
     * @throws Problem 422 naming the first fix (counted from 0) that is refused and why, or the unit that is not known
     */
    public LoadedTracks load(Iterator<UnitFix> fixes) {
        return loader.load(fixes);
    }

    /**
     * A unit's stored fixes in their order.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws Problem 404 when there is no such unit
     */
    public List<TrackPoint> read(String unit, Instant from, Instant to, int limit) {
        return reader.read(known(unit), from, to, limit);
    }

    /** How many fixes a unit sent from each micro-grid in a time span, the most first. */
    public List<GridFixes> summarise(String unit, Instant from, Instant to) {
        return reader.summarise(known(unit), from, to);
    }

    private int known(String unit) {
        return units.id(unit)
                .orElseThrow(() -> Problem.notFound(
                        "unknown-unit", "There is no unit '" + unit + "'; GET /api/v1/units lists them."));
    }

    private void observe(String unit, Fix fix, Datum datum) {
        guard.observe(new Observation(
                new RawPosition(fix.lon(), fix.lat(), datum.name(), datum.conversion(), "unit/" + unit),
                new LonLat(fix.lon(), fix.lat()),
                null));
    }

    private List<Fix> sound(List<Fix> fixes, Datum datum, List<RefusedFix> refused, List<Fix> raw) {
        Instant now = clock.instant();
        Envelope box = jurisdiction.box();
        List<Fix> sound = new ArrayList<>(fixes.size());
        for (int i = 0; i < fixes.size(); i++) {
            Fix fix = FixCheck.normal(fixes.get(i), datum);
            Optional<String> reason = FixCheck.refusal(fix, now, box);
            if (reason.isPresent()) {
                refused.add(new RefusedFix(i, reason.get()));
            } else {
                sound.add(fix);
                raw.add(fixes.get(i));
            }
        }
        return sound;
    }

    private int store(String unit, int unitId, SortedMap<Instant, Fix> best) {
        int accepted = store.store(unitId, List.copyOf(best.values()));
        Fix newest = best.get(best.lastKey());
        news.position(unit, unitId, newest);
        if (accepted > 0) {
            news.track(unit, best.firstKey(), best.lastKey(), accepted);
        }
        return accepted;
    }
}
