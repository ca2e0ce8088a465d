package org.gridward.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the SQL texts of the rooms: {@code Sql.of("grid/list_grids")} is classpath {@code sql/grid/list_grids.sql}. */
public final class Sql {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Sql() {}

    /**
     * The text of one statement.
     *
     * @throws IllegalArgumentException when there is no such file, naming it
     */
    public static String of(String path) {
        return TEXTS.computeIfAbsent(path, Sql::read);
    }

    private static String read(String path) {
        String name = "sql/" + path + ".sql";
        try (InputStream in = Sql.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No SQL text " + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + name, failure);
        }
    }
}
