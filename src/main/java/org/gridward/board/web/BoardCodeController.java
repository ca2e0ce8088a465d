package org.gridward.board.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.access.CurrentUser;
import org.gridward.board.Boards;
import org.gridward.board.QrPicture;
import org.gridward.board.ScanBook;
import org.gridward.place.BoardCode;
import org.gridward.place.BoardCodes;
import org.gridward.place.Place;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** The codes that hang in the streets: issue them, print them, watch how they are used; and where a scan arrives. */
@RestController
class BoardCodeController {

    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");
    private static final int PIXELS_MOST = 4_000;

    record NewCode(String reason) {}

    /** A code with the address that its QR code holds. */
    record CodeJson(
            String code,
            String placeCode,
            String url,
            Instant issuedAt,
            String issuedBy,
            Instant replacedAt,
            String reason) {}

    private final Boards boards;
    private final BoardCodes codes;
    private final Places places;
    private final ScanBook scans;
    private final CurrentUser currentUser;
    private final Idempotency idempotency;
    private final String publicUrl;

    BoardCodeController(
            Boards boards,
            BoardCodes codes,
            Places places,
            ScanBook scans,
            CurrentUser currentUser,
            Idempotency idempotency,
            @Value("${gridward.public.url}") String publicUrl) {
        this.boards = boards;
        this.codes = codes;
        this.places = places;
        this.scans = scans;
        this.currentUser = currentUser;
        this.idempotency = idempotency;
        this.publicUrl = publicUrl;
    }

    /** Where a scanned code arrives: on to the page for residents. */
    @GetMapping("/q/{code}")
    ResponseEntity<Void> scanned(@PathVariable String code) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/report.html?board=" + UriUtils.encode(code, StandardCharsets.UTF_8))
                .build();
    }

    @GetMapping("/api/v1/boards/{place}/codes")
    Map<String, Object> list(@PathVariable String place, HttpServletRequest request) {
        places.get(place);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                codes.list(place).stream().map(code -> json(code, request)).toList());
        answer.put("next", null);
        return answer;
    }

    @PostMapping("/api/v1/boards/{place}/codes")
    ResponseEntity<?> issue(
            @PathVariable String place,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewCode wanted,
            HttpServletRequest request) {
        String actor = currentUser.get().name();
        requireMayChange(places.get(place));
        return idempotency.once(key, actor, List.of("issue code", place, wanted), () -> ResponseEntity.status(201)
                .body(json(boards.issue(place, wanted.reason(), actor), request)));
    }

    @GetMapping("/api/v1/boards/{place}/qr.svg")
    ResponseEntity<String> svg(@PathVariable String place, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .body(QrPicture.of(printed(place, request)).svg());
    }

    @GetMapping("/api/v1/boards/{place}/qr.png")
    ResponseEntity<byte[]> png(
            @PathVariable String place, @RequestParam(defaultValue = "800") int pixels, HttpServletRequest request) {
        if (pixels < 1 || pixels > PIXELS_MOST) {
            throw Problem.unreadable("pixels", pixels + " pixels cannot be drawn; send 1 to " + PIXELS_MOST + ".")
                    .with("/pixels", Fault.range(1, PIXELS_MOST), "from 1 to " + PIXELS_MOST);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(QrPicture.of(printed(place, request)).png(pixels));
    }

    /** How often each board is opened against its usual, and which codes are none of ours. */
    @GetMapping("/api/v1/boards/scans")
    Map<String, Object> scans(@RequestParam(defaultValue = "false") boolean findings) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                scans.rates().stream()
                        .filter(rate -> !findings || rate.finding() != null)
                        .toList());
        answer.put("refused", scans.refusedCodes());
        answer.put("next", null);
        return answer;
    }

    private void requireMayChange(Place place) {
        List<String> held = places.heldBy(List.of(place)).get(0).stream()
                .map(grid -> grid.gridCode())
                .toList();
        if (!currentUser.get().mayActInAny(held)) {
            throw Problem.forbidden(
                    "outside-own-jurisdiction",
                    "The place '" + place.code() + "' lies outside your jurisdiction; ask its planner.");
        }
    }

    /** The address in force of a place: its signed code, or the unsigned token that it has from before. */
    private String printed(String place, HttpServletRequest request) {
        Object token = places.get(place).attributes().get("token");
        return codes.list(place).stream()
                .filter(code -> code.replacedAt() == null)
                .map(code -> url(code.code(), request))
                .findFirst()
                .or(() -> java.util.Optional.ofNullable(token).map(text -> url(text.toString(), request)))
                .orElseThrow(() -> Problem.notFound(
                        "no-code",
                        "'" + place + "' has no code yet; issue one with POST /boards/" + place + "/codes."));
    }

    private CodeJson json(BoardCode code, HttpServletRequest request) {
        return new CodeJson(
                code.code(),
                code.placeCode(),
                url(code.code(), request),
                code.issuedAt(),
                code.issuedBy(),
                code.replacedAt(),
                code.reason());
    }

    private String url(String code, HttpServletRequest request) {
        String base = publicUrl.isBlank()
                ? request.getRequestURL()
                        .substring(
                                0,
                                request.getRequestURL().length()
                                        - request.getRequestURI().length())
                : publicUrl.replaceAll("/+$", "");
        return base + "/q/" + UriUtils.encodePathSegment(code, StandardCharsets.UTF_8);
    }
}
