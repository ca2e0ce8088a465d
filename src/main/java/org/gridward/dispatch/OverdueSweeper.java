package org.gridward.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every second for deadlines that want telling, in batches; after a full batch it rests as long as that took, so that
 * intake has the machine too. A batch that fails is told one by one: what still fails is kept aside and holds up nobody.
 */
@Component
class OverdueSweeper {

    private static final Logger log = LoggerFactory.getLogger(OverdueSweeper.class);
    private static final int MOST = 500;

    private final DeadlineBell bell;
    private final AtomicBoolean sweeping = new AtomicBoolean();

    OverdueSweeper(DeadlineBell bell) {
        this.bell = bell;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        if (!sweeping.compareAndSet(false, true)) {
            return;
        }
        try {
            long began = System.nanoTime();
            while (sweep() == MOST) {
                long now = System.nanoTime();
                LockSupport.parkNanos(now - began);
                began = System.nanoTime();
            }
        } catch (DataAccessException | TransactionException away) {
            log.debug("Deadlines not looked at: {}", away.toString());
        } finally {
            sweeping.set(false);
        }
    }

    /** Tells what wants telling now, at most a batch; returns how many were looked at. */
    int sweep() {
        try {
            return bell.ring(MOST);
        } catch (RuntimeException failed) {
            if (DeadlineBell.isAway(failed)) {
                throw failed;
            }
            log.warn("A batch of deadlines failed and is told one by one: {}", DeadlineBell.cause(failed));
            return bell.ringEach(MOST);
        }
    }
}
