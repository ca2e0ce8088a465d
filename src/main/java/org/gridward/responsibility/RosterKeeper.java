package org.gridward.responsibility;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds the roster in memory and reads it again when its revision changes, by this server or another one. */
@Component
class RosterKeeper {

    private static final Logger log = LoggerFactory.getLogger(RosterKeeper.class);

    private final JdbcClient jdbc;
    private final RosterReader reader;
    private volatile Roster roster;

    RosterKeeper(JdbcClient jdbc, RosterReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    Roster roster() {
        Roster held = roster;
        return held == null ? read() : held;
    }

    /** Looks whether another server changed the roster. */
    @Scheduled(fixedDelay = 3_000)
    void look() {
        try {
            Roster held = roster;
            if (held == null || held.revision() != revision()) {
                read();
            }
        } catch (DataAccessException away) {
            log.debug("Roster not looked at: {}", away.toString());
        }
    }

    /** Reads the roster anew once the present transaction has committed. */
    void readAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                read();
            }
        });
    }

    synchronized Roster read() {
        long revision = revision();
        Roster fresh = new Roster(revision, reader.read());
        roster = fresh;
        return fresh;
    }

    private long revision() {
        return jdbc.sql("SELECT value FROM responsibility.revision")
                .query(Long.class)
                .single();
    }
}
