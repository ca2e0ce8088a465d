package org.gridward.access;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps heads of the audit chain outside the database, so that a cut tail or an older backup is noticed: the newest in
 * memory, and one a minute as a line {@code seq hash} of {@code audit/<chain>.anchors} under the home folder. Copy that
 * file to another machine to be safe from whoever owns this one.
 */
@Component
class AuditAnchors {

    private static final Logger log = LoggerFactory.getLogger(AuditAnchors.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Anchor(long seq, String hash) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path folder;
    private String chain;
    private Anchor newest;
    private boolean written = true;
    private Instant lastWrite;

    AuditAnchors(JdbcClient jdbc, Clock clock, @Value("${gridward.home:.gridward}") Path home) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.folder = home.resolve("audit");
        this.lastWrite = clock.instant();
    }

    /** Keeps this head once the present transaction has committed. */
    void keepAfterCommit(long seq, byte[] hash) {
        String name = chain();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keep(name, new Anchor(seq, HexFormat.of().formatHex(hash)));
            }
        });
    }

    /** Every kept head of this database's chain: seq to hash in hex. */
    synchronized Map<Long, String> list() {
        Map<Long, String> anchors = new TreeMap<>();
        Path file = file(chain());
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : java.util.List.<String>of()) {
                String[] words = line.split(" ");
                if (words.length == 2 && words[0].matches("\\d{1,18}")) {
                    anchors.put(Long.parseLong(words[0]), words[1]);
                }
            }
        } catch (IOException unreadable) {
            log.warn("Audit anchors {} cannot be read: {}", file, unreadable.toString());
        }
        Optional.ofNullable(newest).ifPresent(anchor -> anchors.put(anchor.seq(), anchor.hash()));
        return anchors;
    }

    private synchronized void keep(String name, Anchor anchor) {
        newest = anchor;
        written = false;
        if (!clock.instant().isBefore(lastWrite.plus(PAUSE))) {
            write(name);
        }
    }

    @PreDestroy
    synchronized void close() {
        if (!written) {
            write(chain);
        }
    }

    private void write(String name) {
        Path file = file(name);
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file,
                    newest.seq() + " " + newest.hash() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            written = true;
        } catch (IOException unwritable) {
            log.warn("Audit anchors {} cannot be written: {}", file, unwritable.toString());
        }
        lastWrite = clock.instant();
    }

    private synchronized String chain() {
        if (chain == null) {
            chain = jdbc.sql("SELECT id::text FROM access.audit_chain")
                    .query(String.class)
                    .single();
        }
        return chain;
    }

    private Path file(String name) {
        return folder.resolve(name + ".anchors");
    }
}
