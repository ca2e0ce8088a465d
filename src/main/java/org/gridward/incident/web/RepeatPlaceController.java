package org.gridward.incident.web;

import java.util.Map;
import org.gridward.access.CurrentUser;
import org.gridward.incident.RepeatPlaces;
import org.gridward.platform.ListPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The early-warning ledger: places where the same thing comes again and again. */
@RestController
class RepeatPlaceController {

    private static final String PATH = "/api/v1/repeat-places";

    private final RepeatPlaces places;
    private final CurrentUser user;

    RepeatPlaceController(RepeatPlaces places, CurrentUser user) {
        this.places = places;
        this.user = user;
    }

    @GetMapping(PATH)
    Map<String, Object> list(
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "3") int least,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath(PATH).queryParam("days", days).queryParam("least", least);
        if (category != null) {
            path.queryParam("category", category);
        }
        return ListPage.cut(
                        places.list(days, least, category, user.get()),
                        place -> place.latest().toString(),
                        limit,
                        cursor,
                        path.encode().toUriString())
                .body(place -> place);
    }
}
