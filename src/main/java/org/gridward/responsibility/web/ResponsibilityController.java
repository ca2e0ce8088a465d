package org.gridward.responsibility.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.geodesy.Datum;
import org.gridward.geodesy.LonLat;
import org.gridward.grid.Choice;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.Match;
import org.gridward.platform.Fault;
import org.gridward.platform.Jurisdiction;
import org.gridward.platform.Problem;
import org.gridward.responsibility.Answer;
import org.gridward.responsibility.Answering;
import org.gridward.responsibility.Doubt;
import org.gridward.responsibility.DutyRoster;
import org.gridward.responsibility.Face;
import org.gridward.responsibility.Inquiry;
import org.gridward.responsibility.Reason;
import org.gridward.responsibility.Rule;
import org.gridward.responsibility.Standing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who is responsible for a spot, as asked and as known at a time. */
@RestController
class ResponsibilityController {

    record Point(double lon, double lat, Datum datum) {}

    record Responsibility(
            Point point,
            Instant at,
            Instant knownAt,
            List<Match> matches,
            Answering lead,
            List<Answering> helpers,
            List<Answering> informed,
            Rule rule,
            Standing standing,
            Face face,
            Doubt doubt,
            Answer.Question question,
            List<Reason> reasons) {}

    private final GridMap gridMap;
    private final DutyRoster roster;
    private final Jurisdiction jurisdiction;
    private final Clock clock;

    ResponsibilityController(GridMap gridMap, DutyRoster roster, Jurisdiction jurisdiction, Clock clock) {
        this.gridMap = gridMap;
        this.roster = roster;
        this.jurisdiction = jurisdiction;
        this.clock = clock;
    }

    @GetMapping("/api/v1/responsibility")
    Responsibility responsibility(
            @RequestParam String lon,
            @RequestParam String lat,
            @RequestParam(defaultValue = "WGS84") String datum,
            @RequestParam(required = false) String at,
            @RequestParam(required = false) String knownAt,
            @RequestParam(defaultValue = "0") String accuracyMeters,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String gridCode) {
        Instant now = clock.instant();
        Point asked = new Point(Asked.number("lon", lon), Asked.number("lat", lat), Asked.datum(datum));
        LonLat spot = Asked.spot(asked.lon(), asked.lat(), asked.datum(), jurisdiction.box());
        Instant when = Asked.instant("at", at, now);
        Instant known = Asked.instant("knownAt", knownAt, null);
        double accuracy = Asked.accuracyMeters(accuracyMeters);
        Optional<String> about = category(category);
        if (layer != null) {
            gridMap.layer(layer);
        }
        List<LayerMap> maps = gridMap.maps(when, known).stream()
                .filter(map -> layer == null || map.layer().code().equals(layer))
                .toList();
        List<Match> considered = new ArrayList<>();
        maps.forEach(map -> considered.addAll(map.matches(spot.lon(), spot.lat(), accuracy)));
        List<Match> matches = gridCode == null ? considered : Choice.narrow(considered, maps, gridCode);
        Answer answer = roster.whoAnswers(Inquiry.of(matches, about, when)
                .knownAt(known)
                .spot(spot.lon(), spot.lat(), accuracy)
                .layer(layer)
                .chosen(gridCode, considered));
        return new Responsibility(
                asked,
                when,
                known == null ? now : known,
                matches,
                answer.lead().orElse(null),
                answer.helpers(),
                answer.informed(),
                answer.rule(),
                answer.standing(),
                answer.face().orElse(null),
                answer.doubt().orElse(null),
                answer.question().orElse(null),
                answer.reasons());
    }

    private Optional<String> category(String category) {
        if (category == null || category.isBlank()) {
            return Optional.empty();
        }
        if (!roster.knowsCategory(category)) {
            throw Problem.unprocessable(
                            "unknown-category",
                            "'" + category + "' is no category of incidents; GET /api/v1/categories lists them.")
                    .with("/category", Fault.UNKNOWN, "unknown category");
        }
        return Optional.of(category);
    }
}
