package org.gridward.border;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.gridward.geometry.TooTangledException;
import org.gridward.grid.Edition;
import org.gridward.grid.EditionAdopted;
import org.gridward.grid.EditionId;
import org.gridward.grid.EditionPeriodsChanged;
import org.gridward.grid.Editions;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the register up with the borders in force, in a thread of its own: after each adoption, at the start, and when an
 * edition comes into force by the passing of time or by another server. What a layer was scanned for is stored with the
 * scan, so a second look changes nothing.
 */
@Component
class FaceKeeper {

    private static final Logger log = LoggerFactory.getLogger(FaceKeeper.class);

    private final GridMap gridMap;
    private final Editions editions;
    private final FaceRegister register;
    private final FaceWriter writer;
    private final StandingFaces standing;
    private final StreetMeters streetMeters;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, ScanKey> tangled = new HashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "border-register");
        thread.setDaemon(true);
        return thread;
    });

    FaceKeeper(
            GridMap gridMap,
            Editions editions,
            FaceRegister register,
            FaceWriter writer,
            StandingFaces standing,
            StreetMeters streetMeters,
            TransactionTemplate transaction,
            Clock clock) {
        this.gridMap = gridMap;
        this.editions = editions;
        this.register = register;
        this.writer = writer;
        this.standing = standing;
        this.streetMeters = streetMeters;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void on(EditionAdopted adopted) {
        lookAfterCommit();
    }

    @EventListener
    void on(EditionPeriodsChanged changed) {
        lookAfterCommit();
    }

    private void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    look();
                }
            }
        });
    }

    /** Looks from time to time, in a server; a command that runs beside one leaves that to it. */
    @Scheduled(initialDelayString = "${gridward.follow.delay:3000}", fixedDelayString = "${gridward.follow.every:5000}")
    void lookAgain() {
        look();
    }

    /** Starts a look in the register's own thread. */
    void look() {
        try {
            thread.execute(() -> {
                try {
                    catchUp();
                } catch (DataAccessException | TransactionException away) {
                    log.debug("Register not kept: {}", away.toString());
                } catch (RuntimeException fault) {
                    log.error("The register of gaps and overlaps could not be kept", fault);
                }
            });
        } catch (RejectedExecutionException closing) {
            log.debug("Register not kept: the server is going down");
        }
    }

    /** Scans every layer whose borders are others than when it was last scanned; returns when the register is up. */
    synchronized void catchUp() {
        List<Scan> scans = register.scans();
        standing.know(scans);
        Map<String, Scan> last = new HashMap<>();
        scans.forEach(scan -> last.put(scan.layer(), scan));
        String streets = register.streets();
        Instant now = clock.instant();
        boolean changed = false;
        for (LayerMap map : gridMap.maps(now, null)) {
            LayerMap parent = FaceFinder.parent(gridMap, map, now, null);
            ScanKey key = key(map, parent, streets);
            Scan before = last.get(map.layer().code());
            last.remove(map.layer().code());
            if (before == null || before.until() != null || !before.isOf(key)) {
                changed |= isInForce(map, now) && (parent == null || isInForce(parent, now)) && scan(map, parent, key);
            }
        }
        for (Scan left : last.values()) {
            changed |= left.until() == null && end(left.layer(), now);
        }
        if (changed) {
            standing.know(register.scans());
        }
    }

    /** Whether the store says so too: this server's memory may be a moment behind another's adoption. */
    private boolean isInForce(LayerMap map, Instant now) {
        return inForce(map.layer().code(), now).equals(Optional.of(map.edition()));
    }

    private Optional<EditionId> inForce(String layer, Instant now) {
        return editions.list(layer).stream()
                .filter(edition -> edition.periods().stream()
                        .anyMatch(period -> !period.from().isAfter(now)
                                && period.until().map(now::isBefore).orElse(true)))
                .map(Edition::id)
                .findFirst();
    }

    /** A layer whose last edition was retired leaves nothing to mend. */
    private boolean end(String layer, Instant now) {
        if (inForce(layer, now).isPresent()) {
            return false;
        }
        transaction.executeWithoutResult(status -> writer.end(layer, writer.lock(layer)));
        return true;
    }

    private static ScanKey key(LayerMap map, LayerMap parent, String streets) {
        return new ScanKey(
                map.edition(), parent == null ? null : parent.edition(), FaceFinder.region(map, parent), streets);
    }

    private boolean scan(LayerMap map, LayerMap parent, ScanKey key) {
        String layer = map.layer().code();
        if (key.equals(tangled.get(layer))) {
            return false;
        }
        try {
            long start = System.nanoTime();
            scan(map, key, FaceFinder.survey(map, parent), start);
            return true;
        } catch (TooTangledException knot) {
            tangled.put(layer, key);
            log.warn("The register of {} stays as it was: {}", layer, knot.getMessage());
            return false;
        }
    }

    private void scan(LayerMap map, ScanKey key, Survey survey, long start) {
        String layer = map.layer().code();
        FaceLocator locator = FaceLocator.of(
                survey.faces().stream()
                        .map(face -> new FaceLocator.Face(face.kind(), face.polygon()))
                        .toList(),
                map.locator());
        double[] meters = streetMeters.in(survey.faces(), locator);
        double seconds = (System.nanoTime() - start) / 1e9;
        transaction.executeWithoutResult(status -> {
            Instant now = writer.lock(layer);
            boolean done = register.scans().stream()
                    .filter(scan -> scan.layer().equals(layer) && scan.until() == null)
                    .anyMatch(scan -> scan.isOf(key));
            if (!done) {
                writer.replace(layer, key, survey, meters, seconds, now);
            }
        });
        log.info(
                "Register of {}: {} gaps and overlaps in {} s",
                layer,
                survey.faces().size(),
                seconds);
    }

    @PreDestroy
    void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
