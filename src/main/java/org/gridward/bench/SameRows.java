package org.gridward.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gridward.platform.Sql;

/** Writes a pgbench script that inserts, in one transaction, the rows that one report left in the tables. */
public final class SameRows {

    /** Table, and the column that holds the incident's id. */
    private static final String[][] TABLES = {
        {"incident", "incidents", "id"},
        {"incident", "incident_grids", "incident_id"},
        {"incident", "timeline", "incident_id"},
        {"dispatch", "tasks", "incident_id"},
        {"dispatch", "deadlines", "incident_id"},
    };

    /** IncidentReported and UnitDispatched. */
    private static final int OUTBOX_ROWS = 2;

    private SameRows() {}

    /** Inner points of micro-grids in force: places where reports can be. */
    public static double[][] spots(Connection connection) throws SQLException {
        List<double[]> spots = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Sql.of("bench/list_spots"))) {
            while (rows.next()) {
                spots.add(new double[] {rows.getDouble(1), rows.getDouble(2)});
            }
        }
        return spots.toArray(double[][]::new);
    }

    public static String script(Connection connection, String incidentId) throws SQLException {
        StringBuilder script = new StringBuilder("\\set r random(1, 9000000000000000000)\nBEGIN;\n");
        for (String[] table : TABLES) {
            script.append(insert(connection, table, incidentId));
        }
        script.append(texts(
                connection, "bench/list_news", "platform.outbox (type, subject, payload)", incidentId, OUTBOX_ROWS));
        script.append(texts(
                connection, "bench/list_audit", "access.audit_events (actor, action, object, detail)", incidentId, 1));
        return script.append("COMMIT;\n").toString();
    }

    /** An insert of rows whose columns are texts, as the statement lists them, once that many have come through. */
    private static String texts(Connection connection, String sql, String table, String incidentId, int rows)
            throws SQLException {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            List<String> values = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(Sql.of(sql))) {
                statement.setString(1, incidentId);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        values.add(found.getString(1));
                    }
                }
            }
            if (values.size() >= rows) {
                return "INSERT INTO " + table + " VALUES " + String.join(",\n  ", values) + ";\n";
            }
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        throw new SQLException("the report " + incidentId + " left fewer than " + rows + " rows for " + table);
    }

    private static String insert(Connection connection, String[] table, String incidentId) throws SQLException {
        String name = table[0] + "." + table[1];
        List<String> columns = columns(connection, table);
        StringBuilder text = new StringBuilder("INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES");
        String select = "SELECT "
                + String.join(
                        ", ",
                        columns.stream()
                                .map(column -> "quote_nullable(" + column + "::text)")
                                .toList()) + " FROM " + name + " WHERE " + table[2] + " = ?::uuid";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, incidentId);
            try (ResultSet rows = statement.executeQuery()) {
                String separator = " ";
                while (rows.next()) {
                    text.append(separator)
                            .append('(')
                            .append(values(rows, columns, table, incidentId))
                            .append(')');
                    separator = ",\n  ";
                }
                if (separator.equals(" ")) {
                    return "";
                }
            }
        }
        return text.append(";\n").toString();
    }

    private static String values(ResultSet rows, List<String> columns, String[] table, String incidentId)
            throws SQLException {
        String freshId = "lpad(to_hex(:r::bigint), 32, '0')::uuid";
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = rows.getString(i + 1);
            String column = columns.get(i);
            if (value.equals("'" + incidentId + "'")) {
                values.add(freshId);
            } else if (column.equals("id")) {
                values.add("gen_random_uuid()");
            } else if (column.equals("number") && table[1].equals("incidents")) {
                values.add("'B' || :r");
            } else if (column.equals("tracking_code")) {
                values.add("substr(md5(:r::text), 1, 26)");
            } else {
                values.add(value);
            }
        }
        return String.join(", ", values);
    }

    /** The columns an insert names: all but identities and those a default fills with their own clock. */
    private static List<String> columns(Connection connection, String[] table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(Sql.of("bench/list_columns"))) {
            statement.setString(1, table[0]);
            statement.setString(2, table[1]);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }
}
