package org.gridward.cooperation;

import java.util.List;
import org.gridward.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every second for what fell due in this room; only the clock of the database counts. */
@Component
class CooperationSweeper {

    private static final Logger log = LoggerFactory.getLogger(CooperationSweeper.class);

    private final List<Sweep> sweeps;
    private final TransactionTemplate transaction;

    CooperationSweeper(List<Sweep> sweeps, TransactionTemplate transaction) {
        this.sweeps = List.copyOf(sweeps);
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        for (Sweep sweep : sweeps) {
            try {
                drain(sweep);
            } catch (DataAccessException | TransactionException away) {
                log.debug("What fell due was not looked at: {}", away.toString());
            } catch (Problem refused) {
                log.warn("{} was refused: {}", sweep.getClass().getSimpleName(), refused.detail());
            }
        }
    }

    private void drain(Sweep sweep) {
        Integer told;
        do {
            told = transaction.execute(status -> sweep.look());
        } while (told != null && told == Sweep.MOST);
    }
}
