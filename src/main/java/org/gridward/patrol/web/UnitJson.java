package org.gridward.patrol.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.patrol.Unit;
import org.gridward.patrol.UnitPosition;
import org.gridward.patrol.UnitStatus;
import org.gridward.platform.VersionTag;

/** A unit and its last position, with the age of that position in whole seconds. */
final class UnitJson {

    private UnitJson() {}

    static Map<String, Object> of(UnitStatus status, Instant now) {
        Map<String, Object> json = unit(status.unit());
        json.put("etag", VersionTag.of(status.version()));
        json.put(
                "position",
                status.position().map(position -> position(position, now)).orElse(null));
        return json;
    }

    private static Map<String, Object> unit(Unit unit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", unit.code());
        json.put("nameZh", unit.nameZh());
        json.put("nameEn", unit.nameEn());
        json.put("gridCode", unit.gridCode());
        json.put("kind", unit.kind());
        return json;
    }

    private static Map<String, Object> position(UnitPosition position, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("t", position.t());
        json.put("ageSeconds", Math.max(0, Duration.between(position.t(), now).toSeconds()));
        json.put("lon", position.lon());
        json.put("lat", position.lat());
        json.put("accuracyMeters", position.accuracyMeters());
        json.put("speedMetersPerSecond", position.speedMetersPerSecond());
        json.put("gridCode", position.gridCode());
        return json;
    }
}
