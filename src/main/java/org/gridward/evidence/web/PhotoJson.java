package org.gridward.evidence.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridward.evidence.Photo;
import org.gridward.evidence.Photos.WithMetadata;

/** A photo in answers; what the camera wrote only for those who may read it. */
final class PhotoJson {

    private PhotoJson() {}

    static Map<String, Object> of(WithMetadata one, boolean withMetadata) {
        Photo photo = one.photo();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", photo.id());
        json.put("incidentId", photo.incidentId());
        json.put("purpose", photo.purpose());
        json.put("state", photo.state());
        json.put("url", photo.url());
        json.put("bytes", photo.bytes());
        json.put("width", photo.width());
        json.put("height", photo.height());
        json.put("addedAt", photo.addedAt());
        json.put("addedBy", photo.addedBy());
        json.put("takenAt", photo.takenAt());
        json.put("lon", photo.lon());
        json.put("lat", photo.lat());
        json.put("accuracyMeters", photo.accuracyMeters());
        json.put("distanceMeters", photo.distanceMeters());
        json.put("thresholdMeters", photo.thresholdMeters());
        json.put("far", photo.far());
        if (withMetadata) {
            Map<String, Object> camera = new LinkedHashMap<>();
            camera.put("takenAt", one.cameraTime());
            camera.put("lon", one.cameraLon());
            camera.put("lat", one.cameraLat());
            json.put("camera", camera);
        }
        return json;
    }
}
