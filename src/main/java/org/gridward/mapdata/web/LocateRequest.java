package org.gridward.mapdata.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.mapdata.join.PointsJson;
import org.gridward.platform.Fault;
import org.gridward.platform.Instants;
import org.gridward.platform.LonLatCheck;
import org.gridward.platform.Problem;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON question: a layer, two times, points as [lon, lat]. Points are checked and turned into WGS 84, x and y in turn. */
record LocateRequest(String layer, Instant at, Instant knownAt, double[] lonLat) {

    static final int MOST_POINTS = 200_000;
    private static final int MOST_BYTES = 32 << 20;

    /**
     * Reads the body: the ordinary form straight from its bytes, any other through the mapper.
     *
     * @throws HttpMessageNotReadableException for what is no JSON; and as the other form does
     */
    static LocateRequest read(HttpServletRequest request, JsonMapper json, Envelope box) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.tooLarge(
                    "body-too-large", "The JSON is longer than 32 MB; send the points as text/csv, which streams.");
        }
        PointsJson.Asked asked = PointsJson.read(body, MOST_POINTS, box);
        if (asked != null && !asked.texts().getOrDefault("layer", "").isBlank()) {
            return new LocateRequest(
                    asked.texts().get("layer"),
                    Instants.parseOrNull(asked.texts().get("at"), "/at"),
                    Instants.parseOrNull(asked.texts().get("knownAt"), "/knownAt"),
                    asked.lonLat());
        }
        return read(tree(body, json, request), box);
    }

    private static JsonNode tree(byte[] body, JsonMapper json, HttpServletRequest request) {
        try {
            JsonNode tree = json.readTree(body);
            if (!tree.isMissingNode()) {
                return tree;
            }
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException(
                    unreadable.getOriginalMessage(), unreadable, new ServletServerHttpRequest(request));
        }
        throw new HttpMessageNotReadableException("There is no body", new ServletServerHttpRequest(request));
    }

    /**
     * Reads the body.
     *
     * @param box the jurisdiction; a point outside that would lie inside with its axes exchanged is refused
     * @throws Problem 400 for what is no such question, 422 naming the first point that is no position
     */
    static LocateRequest read(JsonNode body, Envelope box) {
        String layer = body.path("layer").asString("");
        if (layer.isBlank()) {
            throw Problem.unreadable(
                            "missing-layer", "The member 'layer' is missing; name a layer, such as micro-grid.")
                    .with("/layer", Fault.MISSING, "missing");
        }
        JsonNode points = body.path("points");
        if (!points.isArray()) {
            throw Problem.unreadable("missing-points", "The member 'points' is missing; send a list of [lon, lat].")
                    .with("/points", Fault.MISSING, "missing");
        }
        if (points.size() > MOST_POINTS) {
            throw Problem.tooLarge(
                    "too-many-points",
                    points.size() + " points are too many for JSON, at most " + MOST_POINTS
                            + "; send them as text/csv, which streams.");
        }
        Datum datum = datum(body.path("datum").asString(null));
        double[] lonLat = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            LonLat point = point(points.get(i), "/points/" + i, datum, box);
            lonLat[2 * i] = point.lon();
            lonLat[2 * i + 1] = point.lat();
        }
        return new LocateRequest(
                layer,
                Instants.parseOrNull(body.path("at").asString(null), "/at"),
                Instants.parseOrNull(body.path("knownAt").asString(null), "/knownAt"),
                lonLat);
    }

    /** The datum of that name, WGS84 when it is absent. */
    static Datum datum(String name) {
        try {
            return name == null || name.isBlank()
                    ? Datum.WGS84
                    : Datum.valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(
                            "unknown-datum",
                            "The datum '" + name + "' is not known; write WGS84, CGCS2000, GCJ02 or BD09.")
                    .with("/datum", Fault.UNKNOWN, "unknown");
        }
    }

    private static LonLat point(JsonNode node, String pointer, Datum datum, Envelope box) {
        if (!node.isArray()
                || node.size() != 2
                || !node.get(0).isNumber()
                || !node.get(1).isNumber()) {
            String text = String.valueOf(node);
            throw Problem.unreadable(
                            "unreadable-point",
                            "The point at " + pointer + " is "
                                    + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
                                    + "; write [longitude, latitude] as two numbers.")
                    .with(pointer, Fault.PLACE, "not two numbers");
        }
        double lon = node.get(0).doubleValue();
        double lat = node.get(1).doubleValue();
        LonLatCheck.require(lon, lat, pointer);
        if (!box.covers(lon, lat) && box.covers(lat, lon)) {
            LonLatCheck.requireInside(lon, lat, box, pointer);
        }
        return datum.toWgs84(lon, lat);
    }
}
