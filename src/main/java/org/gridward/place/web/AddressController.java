package org.gridward.place.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.place.FoundPlace;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says what a written address means while somebody still types it: one place, or those that may be meant. */
@RestController
class AddressController {

    private static final int TEXT_MOST = 200;

    private final Places places;

    AddressController(Places places) {
        this.places = places;
    }

    /** Found is null where none fits or several do; candidates say which. */
    record Answer(String text, FoundPlace found, String problem, String detail, List<Map<String, Object>> candidates) {}

    @GetMapping("/api/v1/addresses")
    Answer read(@RequestParam String text) {
        if (text.isBlank() || text.length() > TEXT_MOST || text.indexOf('\0') >= 0) {
            throw Problem.unprocessable(
                            "address-not-acceptable", "Send an address of 1 to " + TEXT_MOST + " characters.")
                    .with("/text", Fault.UNREADABLE, "not an address");
        }
        try {
            return new Answer(text, places.locate(text), null, null, List.of());
        } catch (Problem asked) {
            return new Answer(text, null, asked.slug(), asked.detail(), candidates(asked));
        }
    }

    private static List<Map<String, Object>> candidates(Problem asked) {
        return asked.entries().stream()
                .filter(entry -> entry.location() != null)
                .map(entry -> {
                    Map<String, Object> candidate = new LinkedHashMap<>(entry.more());
                    candidate.put("lon", entry.location().getCoordinate().x);
                    candidate.put("lat", entry.location().getCoordinate().y);
                    return candidate;
                })
                .toList();
    }
}
