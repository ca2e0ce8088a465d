package org.gridward.grid.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.grid.GridHistory;
import org.gridward.grid.Lineage;
import org.gridward.grid.LineageEvent;
import org.gridward.platform.Instants;
import org.gridward.platform.ListPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What became of grids: the lineage of a layer, the history of a code. */
@RestController
class LineageController {

    private final Lineage lineage;

    LineageController(Lineage lineage) {
        this.lineage = lineage;
    }

    /** The steps from {@code from} (inclusive) to {@code to} (exclusive), by time; those that name {@code code}, if given. */
    @GetMapping("/api/v1/layers/{layer}/lineage")
    Map<String, Object> lineage(
            @PathVariable String layer,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        Instant begin = Instants.parseOrNull(from, "/from");
        Instant end = Instants.parseOrNull(to, "/to");
        String asked = code == null || code.isBlank() ? null : code.strip();
        List<LineageEvent> events = lineage.events(layer, begin, end, asked, KnownAt.of(knownAt));
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/api/v1/layers/" + layer + "/lineage");
        keep(path, "from", begin);
        keep(path, "to", end);
        keep(path, "code", asked);
        keep(path, "knownAt", KnownAt.of(knownAt));
        return ListPage.cut(
                        events,
                        LineageController::key,
                        limit,
                        cursor,
                        path.build().toUriString())
                .body(LineageController::view);
    }

    private static void keep(UriComponentsBuilder path, String name, Object value) {
        if (value != null) {
            path.queryParam(name, value);
        }
    }

    private static String key(LineageEvent event) {
        return event.at() + " " + event.step().kind() + event.step().from()
                + event.step().to();
    }

    /** The versions of a code in every layer, its steps, the codes its ground came from and went to. */
    @GetMapping("/api/v1/grids/{code}/history")
    Map<String, Object> history(@PathVariable String code, @RequestParam(required = false) String knownAt) {
        GridHistory history = lineage.history(code, KnownAt.of(knownAt));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("gridCode", history.code());
        view.put("versions", history.versions());
        view.put("steps", history.steps().stream().map(LineageController::view).toList());
        view.put("ancestors", history.ancestors());
        view.put("heirs", history.heirs());
        return view;
    }

    private static Map<String, Object> view(LineageEvent event) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("layer", event.layer());
        view.put("at", event.at());
        view.put("kind", event.step().kind());
        view.put("from", event.step().from());
        view.put("to", event.step().to());
        view.put("editionBefore", event.before());
        view.put("editionAfter", event.after());
        view.put("flows", event.step().flows());
        return view;
    }
}
