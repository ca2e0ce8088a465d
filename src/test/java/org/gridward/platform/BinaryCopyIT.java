package org.gridward.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.gridward.TestCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinaryCopyIT {

    private static final String[] COLUMNS = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"};

    private Connection connection;

    @BeforeEach
    void table() throws SQLException {
        connection = TestCluster.shared().fresh().connect();
        connection.createStatement().execute("""
                        CREATE TABLE things (a text, b bytea, c jsonb, d integer, e bigint, f real, g double precision,
                            h boolean, i timestamptz, j uuid, k geometry(Point, 4326))""");
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void writesEveryTypeAsItReadsBack() throws SQLException {
        Instant before2000 = Instant.parse("1969-07-20T20:17:40.123456Z");
        UUID id = UUID.randomUUID();
        try (BinaryCopy copy = BinaryCopy.into(connection, "things", COLUMNS)) {
            copy.row()
                    .text("格守\t\\N😀")
                    .bytes(new byte[] {0, -1})
                    .jsonb("{\"a\": [1, \"二\"]}")
                    .int4(Integer.MIN_VALUE)
                    .bigint(Long.MIN_VALUE)
                    .float4(0.1)
                    .float8(-1e-300)
                    .bool(true)
                    .timestamptz(before2000)
                    .uuid(id)
                    .point(122.1, 30.000000000000004);
            copy.row();
            for (int i = 0; i < COLUMNS.length; i++) {
                copy.nothing();
            }
            assertThat(copy.finish()).isEqualTo(2);
        }
        ResultSet row = rows("SELECT *, ST_AsText(k) AS wkt, ST_SRID(k) AS srid, ST_Y(k) AS y FROM things ORDER BY a");
        row.next();
        assertThat(row.getString("a")).isEqualTo("格守\t\\N😀");
        assertThat(row.getBytes("b")).containsExactly(0, -1);
        assertThat(row.getString("c")).isEqualTo("{\"a\": [1, \"二\"]}");
        assertThat(row.getInt("d")).isEqualTo(Integer.MIN_VALUE);
        assertThat(row.getLong("e")).isEqualTo(Long.MIN_VALUE);
        assertThat(row.getFloat("f")).isEqualTo(0.1f);
        assertThat(row.getDouble("g")).isEqualTo(-1e-300);
        assertThat(row.getBoolean("h")).isTrue();
        assertThat(row.getObject("i", OffsetDateTime.class).toInstant()).isEqualTo(before2000);
        assertThat(row.getObject("j")).isEqualTo(id);
        assertThat(row.getInt("srid")).isEqualTo(4326);
        assertThat(row.getDouble("y")).isEqualTo(30.000000000000004);
        row.next();
        for (String column : COLUMNS) {
            assertThat(row.getObject(column)).isNull();
        }
    }

    @Test
    void writesMoreThanOneBufferAndRowsLargerThanOne() throws SQLException {
        String large = "格".repeat(200_000);
        try (BinaryCopy copy = BinaryCopy.into(connection, "things", "a", "d")) {
            for (int i = 0; i < 20_000; i++) {
                copy.row().text(i == 7 ? large : "row").int4(i);
            }
            copy.finish();
        }
        ResultSet row = rows("SELECT count(*), sum(d), max(length(a)) FROM things");
        row.next();
        assertThat(row.getLong(1)).isEqualTo(20_000);
        assertThat(row.getLong(2)).isEqualTo(199_990_000L);
        assertThat(row.getInt(3)).isEqualTo(200_000);
    }

    @Test
    void storesNothingWhenItIsClosedUnfinished() throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, "things", "d")) {
            copy.row().int4(1);
        }
        connection.rollback();
        ResultSet row = rows("SELECT count(*) FROM things");
        row.next();
        assertThat(row.getLong(1)).isZero();
    }

    @Test
    void refusesRowsOfTheWrongLength() throws SQLException {
        try (BinaryCopy copy = BinaryCopy.into(connection, "things", "a", "d")) {
            copy.row().text("x");
            assertThatThrownBy(copy::row).hasMessageContaining("1 columns where COPY expects 2");
            copy.int4(1);
            assertThatThrownBy(() -> copy.int4(2)).isInstanceOf(IllegalStateException.class);
        }
    }

    private ResultSet rows(String sql) throws SQLException {
        return connection.createStatement().executeQuery(sql);
    }
}
