package org.gridward.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.gridward.geodesy.RawPosition;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of list_places and its sisters. */
record PlaceRow(JsonMapper json) implements RowMapper<Place> {

    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    @Override
    public Place mapRow(ResultSet row, int index) throws SQLException {
        return new Place(
                row.getString("code"),
                row.getString("kind"),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getString("raw") == null ? null : json.readValue(row.getString("raw"), RawPosition.class));
    }
}
