package org.gridward.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.access.Role;
import org.gridward.evidence.NewPhoto;
import org.gridward.evidence.Photo;
import org.gridward.evidence.Photos;
import org.gridward.evidence.Purpose;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Photos over HTTP: the body is the file itself; what is said of it stands in the query. */
@RestController
class PhotoController {

    private static final int BYTES_MOST = 12 * 1024 * 1024;

    /** What is said of a photo; {@code pending} is the id of one that was announced and not kept. */
    record PhotoQuery(String purpose, Double lon, Double lat, Double accuracyMeters, Instant takenAt, UUID pending) {

        NewPhoto said(Purpose usual) {
            try {
                Purpose what = purpose == null || purpose.isBlank()
                        ? usual
                        : Purpose.valueOf(purpose.strip().toUpperCase(Locale.ROOT));
                return new NewPhoto(what, lon, lat, accuracyMeters, takenAt);
            } catch (IllegalArgumentException unknown) {
                throw Problem.unreadable(
                                "purpose",
                                "'" + purpose + "' is no purpose of a photo; known are "
                                        + Arrays.toString(Purpose.values()) + ".")
                        .with("/purpose", Fault.UNKNOWN, "unknown");
            }
        }
    }

    private final Photos photos;
    private final CurrentUser currentUser;

    PhotoController(Photos photos, CurrentUser currentUser) {
        this.photos = photos;
        this.currentUser = currentUser;
    }

    @PostMapping("/api/v1/incidents/{id}/photos")
    ResponseEntity<Photo> add(@PathVariable UUID id, @ModelAttribute PhotoQuery query, HttpServletRequest request)
            throws IOException {
        NewPhoto said = query.said(Purpose.PROOF);
        photos.requireMayAdd(id, currentUser.get());
        return answer(photos.add(id, said, body(request), query.pending(), currentUser.get()));
    }

    /** A photo to the report that the ticket of its receipt belongs to. */
    @PostMapping("/api/v1/public/photos")
    ResponseEntity<Photo> addByTicket(
            @RequestHeader(name = "Ticket", required = false) String ticket,
            @ModelAttribute PhotoQuery query,
            HttpServletRequest request)
            throws IOException {
        NewPhoto said = query.said(Purpose.REPORT);
        photos.requireTicket(ticket);
        return answer(photos.addByTicket(
                ticket,
                new NewPhoto(Purpose.REPORT, said.lon(), said.lat(), said.accuracyMeters(), said.takenAt()),
                body(request),
                query.pending()));
    }

    @GetMapping("/api/v1/incidents/{id}/photos")
    Map<String, Object> list(@PathVariable UUID id) {
        Actor actor = currentUser.get();
        boolean mayReadMetadata = actor.has(Role.DISPATCHER) || actor.has(Role.ADMIN);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                photos.list(id, actor).stream()
                        .map(one -> PhotoJson.of(one, mayReadMetadata))
                        .toList());
        answer.put("next", null);
        return answer;
    }

    /** The picture, as a file to keep and never as a page; nothing in it is run. */
    @GetMapping("/api/v1/photos/{id}")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".jpg\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(photos.picture(id, currentUser.get()));
    }

    /** 201 when it is kept, 202 when it is announced and waited for. */
    private static ResponseEntity<Photo> answer(Photo photo) {
        return ResponseEntity.status(photo.state() == Photo.State.STORED ? 201 : 202)
                .header(HttpHeaders.LOCATION, photo.url())
                .body(photo);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(BYTES_MOST + 1);
        if (bytes.length > BYTES_MOST) {
            throw Problem.tooLarge(
                            "photo-too-large", "The photo has more than " + BYTES_MOST + " bytes; send a smaller one.")
                    .saying("megabytes", BYTES_MOST / 1_048_576);
        }
        return bytes;
    }
}
