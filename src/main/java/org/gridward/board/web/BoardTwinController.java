package org.gridward.board.web;

import java.time.Instant;
import java.util.List;
import org.gridward.board.Boards;
import org.gridward.incident.ReportIncident;
import org.gridward.incident.State;
import org.gridward.incident.Twin;
import org.gridward.incident.TwinFinder;
import org.gridward.incident.Where;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a resident, before anything is sent, that the like was reported nearby: when and how far it is, nothing else. */
@RestController
class BoardTwinController {

    private static final double LIKELY = 0.4;
    private static final int SHOWN = 3;

    private final Boards boards;
    private final TwinFinder finder;

    BoardTwinController(Boards boards, TwinFinder finder) {
        this.boards = boards;
        this.finder = finder;
    }

    record Known(String category, State state, Instant reportedAt, long meters) {

        static Known of(Twin twin) {
            return new Known(twin.category(), twin.state(), twin.reportedAt(), Math.round(twin.distanceMeters()));
        }
    }

    record KnownList(List<Known> items) {}

    /** Around the board itself, or a spot that the reporter has chosen. */
    @GetMapping("/api/v1/public/boards/{token}/duplicates")
    KnownList around(
            @PathVariable String token,
            @RequestParam String category,
            @RequestParam(required = false) Double lon,
            @RequestParam(required = false) Double lat) {
        boards.spot(token);
        Where where = lon == null || lat == null ? Where.board(token) : Where.at(lon, lat);
        return new KnownList(finder.find(new ReportIncident(category, null, where, null, null, null)).items().stream()
                .filter(twin -> twin.score() >= LIKELY)
                .limit(SHOWN)
                .map(Known::of)
                .toList());
    }
}
