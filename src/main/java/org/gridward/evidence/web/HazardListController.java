package org.gridward.evidence.web;

import java.util.Map;
import org.gridward.evidence.Hazards;
import org.gridward.platform.IdPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dangers that were measured, wherever they are: what waits for an engineer first. */
@RestController
class HazardListController {

    private final Hazards hazards;

    HazardListController(Hazards hazards) {
        this.hazards = hazards;
    }

    @GetMapping("/api/v1/hazards")
    Map<String, Object> hazards(
            @RequestParam(required = false) Integer limit, @RequestParam(required = false) String cursor) {
        IdPage page = new IdPage(limit, cursor);
        return page.body(
                hazards.list(page.before(), page.rows() + 1),
                one -> one.hazard().id(),
                "/api/v1/hazards",
                Map.of());
    }
}
