package org.gridward.patrol.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.gridward.geodesy.Datum;
import org.gridward.patrol.TrackLog;
import org.gridward.patrol.TrackReceipt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for phones with OsmAnd or the Traccar client. Such a phone keeps a fix and sends it again until it hears 200, so
 * a fix that is refused for its time or place is answered 200 too, with the reason in the header {@code Gridward-Refused}:
 * otherwise one fix from outside the city would hold back every later one.
 */
@RestController
class OsmAndController {

    private final TrackLog log;
    private final Clock clock;
    private final OwnUnit ownUnit;

    OsmAndController(TrackLog log, Clock clock, OwnUnit ownUnit) {
        this.log = log;
        this.clock = clock;
        this.ownUnit = ownUnit;
    }

    @RequestMapping(
            path = "/osmand",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> record(HttpServletRequest request) {
        OsmAndFix sent = OsmAndFix.of(request, clock.instant());
        ownUnit.require(sent.unit());
        TrackReceipt receipt = log.record(sent.unit(), List.of(sent.fix()), Datum.WGS84);
        if (receipt.refused().isEmpty()) {
            return ResponseEntity.ok().build();
        }
        return ResponseEntity.ok()
                .header("Gridward-Refused", receipt.refused().get(0).reason())
                .build();
    }
}
