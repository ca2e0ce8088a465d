package org.gridward.campaign.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.campaign.FreeGround;
import org.gridward.campaign.PlaceCoverage;
import org.gridward.campaign.SiteFinder;
import org.gridward.platform.ListPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where something is missing, and where it could stand. */
@RestController
class SitingController {

    private static final String PATH = "/api/v1/place-coverage";

    private final PlaceCoverage coverage;
    private final SiteFinder sites;
    private final FreeGround ground;

    SitingController(PlaceCoverage coverage, SiteFinder sites, FreeGround ground) {
        this.coverage = coverage;
        this.sites = sites;
        this.ground = ground;
    }

    /** Counts, and the places that lack one; with a campaign, what they would be once its points are built. */
    @GetMapping(PATH)
    Map<String, Object> covered(
            @RequestParam String of,
            @RequestParam String by,
            @RequestParam double meters,
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String grid,
            @RequestParam(required = false) UUID campaign,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        List<PlaceCoverage.Spot> spots = coverage.spots(new PlaceCoverage.Asked(of, by, meters, layer, grid, campaign));
        long covered = spots.stream().filter(PlaceCoverage.Spot::covered).count();
        long planned =
                spots.stream().filter(spot -> spot.covered() || spot.planned()).count();
        List<PlaceCoverage.Spot> gaps =
                spots.stream().filter(spot -> !spot.covered()).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("places", spots.size());
        body.put("covered", covered);
        body.put("share", share(covered, spots.size()));
        body.put("coveredWithPlanned", campaign == null ? null : planned);
        body.put("shareWithPlanned", campaign == null ? null : share(planned, spots.size()));
        String path = PATH + "?of=" + of + "&by=" + by + "&meters=" + meters
                + (grid == null ? "" : "&layer=" + layer + "&grid=" + grid)
                + (campaign == null ? "" : "&campaign=" + campaign);
        body.putAll(ListPage.cut(gaps, PlaceCoverage.Spot::code, limit, cursor, path)
                .body(gap -> gap));
        return body;
    }

    /** Points that put the most places within reach, the best first. */
    @GetMapping(PATH + "/sites")
    Map<String, Object> propose(
            @RequestParam String of,
            @RequestParam String by,
            @RequestParam double meters,
            @RequestParam(defaultValue = "100") int most,
            @RequestParam(required = false) String layer,
            @RequestParam(required = false) String grid,
            @RequestParam(required = false) UUID campaign) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", sites.propose(new PlaceCoverage.Asked(of, by, meters, layer, grid, campaign), most));
        body.put("next", null);
        return body;
    }

    @PostMapping("/api/v1/free-ground")
    Map<String, List<FreeGround.Piece>> find(@RequestBody FreeGround.Wanted wanted) {
        return Map.of("items", ground.find(wanted));
    }

    private static Double share(long part, long all) {
        return all == 0 ? null : (double) part / all;
    }
}
