package org.gridward.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.gridward.access.AuditVerdict.Fault;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes the audit chain from its first seal, in one snapshot, row by row in constant memory. */
@Component
class AuditVerifier {

    private final DataSourceRows rows;
    private final TransactionTemplate snapshot;
    private final AuditAnchors anchors;

    AuditVerifier(JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditAnchors anchors) {
        this.rows = new DataSourceRows(jdbc);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.anchors = anchors;
    }

    AuditVerdict verify() {
        Map<Long, String> kept = anchors.list();
        return snapshot.execute(status -> {
            Walk walk = new Walk(kept);
            rows.read(Sql.of("access/list_sealed_events"), walk::step);
            walk.end();
            long[] waiting = new long[1];
            rows.read(Sql.of("access/count_unlinked_events"), row -> {
                waiting[0] = row.getLong("waiting");
                if (row.getLong("lost") > 0) {
                    walk.fail("event " + row.getLong("lost_id") + " was removed before it was sealed");
                }
                if (row.getLong("stray") > 0) {
                    walk.fail("the seal of event " + row.getLong("stray_id") + " was removed");
                }
            });
            return new AuditVerdict(walk.last, waiting[0], kept.size(), Optional.ofNullable(walk.fault));
        });
    }

    /** The chain walked so far: the last seal that holds, and the first that does not. */
    private static final class Walk {
        private final Map<Long, String> anchors;
        private long last;
        private byte[] hash = AuditSealer.START;
        private Fault fault;

        Walk(Map<Long, String> anchors) {
            this.anchors = anchors;
        }

        void step(ResultSet row) throws SQLException {
            if (fault != null) {
                return;
            }
            byte[] sealed = row.getBytes("hash");
            String text = row.getString("text");
            String anchor = anchors.get(last + 1);
            if (row.getLong("seq") != last + 1) {
                fail("this seal is missing");
            } else if (!Arrays.equals(row.getBytes("prev_hash"), hash)) {
                fail("this seal does not follow the one before it");
            } else if (text == null) {
                fail("event " + row.getLong("event_id") + " is missing");
            } else if (!Arrays.equals(sealed, AuditSealer.link(text, hash))) {
                fail("event " + row.getLong("event_id") + " or its seal was changed");
            } else if (anchor != null && !anchor.equals(HexFormat.of().formatHex(sealed))) {
                fail("the chain was written anew: this seal differs from the head kept outside the database");
            } else {
                last++;
                hash = sealed;
            }
        }

        void end() {
            long newest =
                    anchors.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            if (newest > last) {
                fail("the tail is missing: seals up to " + newest + " were once here");
            }
        }

        void fail(String reason) {
            if (fault == null) {
                fault = new Fault(last + 1, reason);
            }
        }
    }

    /** Reads rows through a cursor instead of all at once; within a transaction. */
    private record DataSourceRows(JdbcTemplate jdbc) {

        interface Reader {
            void row(ResultSet row) throws SQLException;
        }

        void read(String sql, Reader reader) {
            jdbc.query(
                    (Connection connection) -> {
                        var statement = connection.prepareStatement(sql);
                        statement.setFetchSize(2_000);
                        return statement;
                    },
                    row -> {
                        reader.row(row);
                    });
        }
    }
}
