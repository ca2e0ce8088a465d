package org.gridward.campaign.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.campaign.Campaign;
import org.gridward.campaign.CampaignDesk;
import org.gridward.campaign.Campaigns;
import org.gridward.campaign.Item;
import org.gridward.campaign.ItemDesk;
import org.gridward.campaign.Move;
import org.gridward.campaign.NewItem;
import org.gridward.campaign.Visit;
import org.gridward.campaign.VisitDesk;
import org.gridward.platform.Fault;
import org.gridward.platform.Idempotency;
import org.gridward.platform.Limits;
import org.gridward.platform.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The things of a campaign: listed, added, moved from state to state, visited. */
@RestController
@RequestMapping(CampaignController.PATH + "/{id}")
class ItemController {

    record Items(List<NewItem> items) {}

    record Visits(List<Visit.Made> visits) {}

    private final Campaigns campaigns;
    private final CampaignDesk desk;
    private final ItemDesk moves;
    private final VisitDesk visits;
    private final Idempotency idempotency;
    private final CurrentUser user;

    ItemController(
            Campaigns campaigns,
            CampaignDesk desk,
            ItemDesk moves,
            VisitDesk visits,
            Idempotency idempotency,
            CurrentUser user) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.moves = moves;
        this.visits = visits;
        this.idempotency = idempotency;
        this.user = user;
    }

    @GetMapping("/items")
    Map<String, Object> items(
            @PathVariable UUID id,
            @RequestParam(required = false) String state,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int rows = Limits.require(limit);
        Campaign campaign = campaigns.get(id, user.get());
        List<Item> found = campaigns.items(campaign, state, number(cursor), rows + 1, user.get());
        String query = state == null ? "" : "&state=" + campaignState(campaign, state);
        return page(found, rows, Item::ordinal, CampaignController.PATH + "/" + id + "/items", query);
    }

    @PostMapping("/items")
    ResponseEntity<?> add(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Items body) {
        Actor actor = user.get();
        return idempotency.once(
                key, actor.name(), List.of("POST campaign items", id, body), () -> ResponseEntity.status(201)
                        .body(Map.of("added", desk.add(id, body.items(), actor))));
    }

    /** Takes items to a state; answers how many went and why others did not. */
    @PostMapping("/moves")
    ResponseEntity<?> move(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Move move) {
        Actor actor = user.get();
        return idempotency.once(
                key,
                actor.name(),
                List.of("POST campaign moves", id, move),
                () -> ResponseEntity.ok(moves.move(id, move, actor)));
    }

    @GetMapping("/visits")
    Map<String, Object> visits(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        int rows = Limits.require(limit);
        campaigns.get(id, user.get());
        int after = number(cursor);
        List<Visit> found = campaigns.visits(id, open, after, rows + 1, user.get());
        return page(
                found,
                rows,
                last -> after + rows,
                CampaignController.PATH + "/" + id + "/visits",
                open ? "&open=true" : "");
    }

    /** Notes visits that were made, all or none. */
    @PostMapping("/visits")
    ResponseEntity<?> made(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Visits body) {
        Actor actor = user.get();
        return idempotency.once(
                key,
                actor.name(),
                List.of("POST campaign visits", id, body),
                () -> ResponseEntity.ok(visits.made(id, body.visits(), actor)));
    }

    private static <T> Map<String, Object> page(
            List<T> found, int rows, Function<T, Integer> mark, String path, String query) {
        List<T> page = found.size() > rows ? found.subList(0, rows) : found;
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", page);
        body.put(
                "next",
                found.size() > rows
                        ? path + "?limit=" + rows + "&cursor=" + mark.apply(page.get(rows - 1)) + query
                        : null);
        return body;
    }

    private static String campaignState(Campaign campaign, String state) {
        if (!campaign.states().containsKey(state)) {
            throw Problem.unreadable(
                            "state",
                            "state '" + state + "' is none of "
                                    + campaign.states().keySet() + ".")
                    .with("/state", Fault.UNKNOWN, "unknown");
        }
        return state;
    }

    private static int number(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(cursor.strip());
        } catch (NumberFormatException foreign) {
            throw Problem.unreadable("cursor", "The cursor '" + cursor + "' is none of this list.")
                    .with("/cursor", Fault.UNREADABLE, "not of this list");
        }
    }
}
