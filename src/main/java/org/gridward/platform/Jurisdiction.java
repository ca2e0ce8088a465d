package org.gridward.platform;

import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The box of lon/lat that this installation answers for. Set by {@code GRIDWARD_JURISDICTION} (west,south,east,north) or by
 * the demo city; stored in the database, where the shape checks use it.
 */
@Component
public class Jurisdiction {

    private static final String READ = "SELECT value->>'box' FROM platform.settings WHERE name = 'jurisdiction'";

    private final JdbcClient jdbc;
    private volatile Envelope box;

    Jurisdiction(JdbcClient jdbc, @Value("${gridward.jurisdiction:}") String wanted) {
        this.jdbc = jdbc;
        this.box = jdbc.sql(READ)
                .query(String.class)
                .optional()
                .map(Jurisdiction::parse)
                .orElse(world());
        if (!wanted.isBlank() && !parse(wanted).equals(box)) {
            set(wanted);
        }
    }

    /** The box, degrees; the whole world until it is set. */
    public Envelope box() {
        return box;
    }

    /** Whether a box was ever set. */
    public boolean isSet() {
        return jdbc.sql(READ).query(String.class).optional().isPresent();
    }

    /**
     * Sets the box from "west,south,east,north" (degrees).
     *
     * @throws Problem 422 when it is no box, or 409 when stored places would lie outside the new one
     */
    public void set(String text) {
        Envelope wanted = parse(text);
        jdbc.sql(Sql.of("platform/set_jurisdiction"))
                .param("west", wanted.getMinX())
                .param("south", wanted.getMinY())
                .param("east", wanted.getMaxX())
                .param("north", wanted.getMaxY())
                .param("box", text)
                .query(String.class)
                .single();
        this.box = wanted;
    }

    private static Envelope world() {
        return new Envelope(-180, 180, -90, 90);
    }

    private static Envelope parse(String text) {
        String[] parts = text.split(",");
        try {
            double west = Double.parseDouble(parts[0].strip());
            double south = Double.parseDouble(parts[1].strip());
            double east = Double.parseDouble(parts[2].strip());
            double north = Double.parseDouble(parts[3].strip());
            if (parts.length == 4
                    && west < east
                    && south < north
                    && west >= -180
                    && east <= 180
                    && south >= -90
                    && north <= 90) {
                return new Envelope(west, east, south, north);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            // Answered below like every other text that is no box.
        }
        throw Problem.unprocessable(
                "jurisdiction",
                "'" + text + "' is not a box of degrees; write west,south,east,north, such as 122.0,29.9,122.4,30.25.");
    }
}
