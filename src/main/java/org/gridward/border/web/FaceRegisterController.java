package org.gridward.border.web;

import java.time.Instant;
import java.util.Map;
import org.gridward.access.CurrentUser;
import org.gridward.border.FaceKind;
import org.gridward.border.FaceState;
import org.gridward.border.RegisterDesk;
import org.gridward.border.RegisterFilter;
import org.gridward.border.StandingFace;
import org.gridward.platform.Instants;
import org.gridward.platform.VersionTag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The standing register of gaps and overlaps of a layer over HTTP. */
@RestController
@RequestMapping("/api/v1/layers/{layer}/register")
class FaceRegisterController {

    private final RegisterDesk desk;
    private final CurrentUser user;

    FaceRegisterController(RegisterDesk desk, CurrentUser user) {
        this.desk = desk;
        this.user = user;
    }

    @GetMapping
    Map<String, Object> list(
            @PathVariable String layer,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        RegisterFilter filter = new RegisterFilter(
                layer,
                Words.read(FaceState.class, state, "/state"),
                Words.read(FaceKind.class, kind, "/kind"),
                Instants.parseOrNull(at, "/at"),
                Instants.parseOrNull(knownAt, "/knownAt"));
        return RegisterJson.page(filter, desk.list(filter, limit, cursor));
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> get(
            @PathVariable String layer,
            @PathVariable String id,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt) {
        Instant known = Instants.parseOrNull(knownAt, "/knownAt");
        StandingFace face = desk.get(layer, id, Instants.parseOrNull(at, "/at"), known);
        return answer(face, RegisterJson.detail(face, desk.history(id, known)));
    }

    /** Sets the owner of the fix, the state or the note; members that are absent stay, null clears. */
    @PatchMapping("/{id}")
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String layer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch,
            @RequestBody JsonNode body) {
        int version = VersionTag.read(ifMatch, "entry", "stale-face");
        StandingFace face = desk.change(layer, id, ChangeReader.read(body), version, user.get());
        return answer(face, RegisterJson.detail(face, desk.history(id, null)));
    }

    private static ResponseEntity<Map<String, Object>> answer(StandingFace face, Map<String, Object> body) {
        return ResponseEntity.ok().eTag(VersionTag.of(face.version())).body(body);
    }
}
