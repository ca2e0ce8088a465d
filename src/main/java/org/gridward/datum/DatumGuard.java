package org.gridward.datum;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gridward.geodesy.DatumWatch;
import org.gridward.geodesy.DatumWatch.Verdict;
import org.gridward.geodesy.WatchState;
import org.gridward.grid.GridMap;
import org.gridward.platform.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches every source of positions for a datum that is not the one it names. {@link #observe} only queues, so that no
 * report waits for it; once a second the queue is worked off. It warns and changes nothing: a position is never converted
 * because of a suspicion. What is still queued when a server dies is not counted.
 */
@Component
public class DatumGuard {

    private static final Logger log = LoggerFactory.getLogger(DatumGuard.class);
    private static final int QUEUED_AT_MOST = 20_000;
    private static final int SOURCES_AT_MOST = 50_000;

    private final BlockingQueue<Observation> queue = new ArrayBlockingQueue<>(QUEUED_AT_MOST);
    private final Map<String, Long> lastCells = new ConcurrentHashMap<>();
    private final AtomicLong passedOver = new AtomicLong();
    private final Sources sources;
    private final StreetLines streets;
    private final GridMap map;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DatumGuard(
            Sources sources,
            StreetLines streets,
            GridMap map,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.sources = sources;
        this.streets = streets;
        this.map = map;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Queues a position to be looked at unless the source's last one lay in the same cell; when too many wait it is passed over, which delays a suspicion, nothing else. */
    public void observe(Observation observation) {
        String key = observation.raw().source() + " " + observation.raw().datum();
        long cell = WatchState.cell(observation.at().lon(), observation.at().lat());
        if (lastCells.size() > SOURCES_AT_MOST) {
            lastCells.clear();
        }
        Long last = lastCells.put(key, cell);
        if ((last == null || last != cell) && !queue.offer(observation)) {
            passedOver.incrementAndGet();
        }
    }

    /** Every source watched, the suspect ones first. */
    public List<WatchedSource> sources() {
        return sources.list();
    }

    /** Positions that were not looked at because too many came at once, since this server started. */
    public long passedOver() {
        return passedOver.get();
    }

    @Scheduled(fixedDelay = 1_000)
    void follow() {
        try {
            settle();
        } catch (DataAccessException | TransactionException away) {
            log.debug("Sources not looked at: {}", away.toString());
        }
    }

    /** Works off what is queued: for tests, and for commands that end before the clock comes round. */
    public synchronized void settle() {
        List<Observation> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        if (waiting.isEmpty()) {
            return;
        }
        DatumWatch.Streets nearest = streets.present();
        StatedGrids grids = new StatedGrids(map.maps(clock.instant(), null));
        Map<List<String>, List<Observation>> bySource = new LinkedHashMap<>();
        waiting.forEach(one -> bySource.computeIfAbsent(
                        List.of(one.raw().source(), one.raw().datum()), key -> new ArrayList<>())
                .add(one));
        bySource.forEach((key, own) ->
                transaction.executeWithoutResult(status -> watch(key.get(0), key.get(1), own, nearest, grids)));
    }

    private void watch(
            String source, String tag, List<Observation> own, DatumWatch.Streets nearest, StatedGrids grids) {
        Sources.Held held = sources.lock(source, tag);
        DatumWatch watch = held.watch();
        own.forEach(one -> watch.observe(one.at().lon(), one.at().lat(), nearest, grids.find(one.statedGrid())));
        sources.store(source, tag, watch);
        boolean suspect = watch.verdict() == Verdict.SUSPECT;
        if (suspect != (held.verdict() == Verdict.SUSPECT)) {
            tell(source, tag, watch);
        }
    }

    private void tell(String source, String tag, DatumWatch watch) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("source", source);
        payload.put("tag", tag);
        payload.put("verdict", watch.verdict());
        watch.suspicion().ifPresent(suspicion -> {
            payload.put("doubt", suspicion.doubt().map(Enum::name).orElse("CONSTANT_OFFSET"));
            payload.put("shiftMeters", Math.round(suspicion.shiftMeters()));
            payload.put("spots", watch.state().spots);
        });
        outbox.append(watch.verdict() == Verdict.SUSPECT ? "DatumSuspected" : "DatumCleared", source, payload);
        log.warn("Source {} ({}) is {}: {}", source, tag, watch.verdict(), payload);
    }
}
