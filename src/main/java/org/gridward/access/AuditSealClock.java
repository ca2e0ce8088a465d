package org.gridward.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the sealer look once a second, in the server only; says once when it fails and once when it works again. */
@Component
@ConditionalOnWebApplication
class AuditSealClock {

    private static final Logger log = LoggerFactory.getLogger(AuditSealClock.class);

    private final AuditSealer sealer;
    private boolean failing;

    AuditSealClock(AuditSealer sealer) {
        this.sealer = sealer;
    }

    @Scheduled(fixedDelay = 1_000)
    void tick() {
        try {
            sealer.seal();
            if (failing) {
                log.info("Audit events are sealed again");
            }
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                log.warn("Audit events cannot be sealed now, they wait: {}", failure.toString());
            }
            failing = true;
        }
    }
}
