package org.gridward.campaign;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A thing to work on.
 *
 * @param ref its name within the campaign: an address, a place code, a plate
 * @param geometry a Point or Polygon (GeoJSON)
 * @param results known from the start; may be null
 */
public record NewItem(String ref, JsonNode geometry, Map<String, Object> results) {}
