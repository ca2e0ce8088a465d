package org.gridward.campaign.web;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.CurrentUser;
import org.gridward.campaign.Campaign;
import org.gridward.campaign.CampaignDesk;
import org.gridward.campaign.Campaigns;
import org.gridward.campaign.Kpi;
import org.gridward.campaign.KpiReader;
import org.gridward.campaign.Link;
import org.gridward.campaign.NewCampaign;
import org.gridward.campaign.Templates;
import org.gridward.platform.IdPage;
import org.gridward.platform.Idempotency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns: opened from a template, counted by stage and state, measured before and after. */
@RestController
class CampaignController {

    static final String PATH = "/api/v1/campaigns";

    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final KpiReader kpi;
    private final Templates templates;
    private final Idempotency idempotency;
    private final CurrentUser user;

    CampaignController(
            CampaignDesk desk,
            Campaigns campaigns,
            KpiReader kpi,
            Templates templates,
            Idempotency idempotency,
            CurrentUser user) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.kpi = kpi;
        this.templates = templates;
        this.idempotency = idempotency;
        this.user = user;
    }

    @GetMapping("/api/v1/campaign-templates")
    Map<String, Object> templates() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", templates.list());
        body.put("next", null);
        return body;
    }

    /** All, or those linked to an incident, whistle or meeting. */
    @GetMapping(PATH)
    Map<String, Object> list(
            @RequestParam(required = false) UUID linked,
            @RequestParam(required = false) Integer limit,
            @RequestParam(required = false) String cursor) {
        IdPage page = new IdPage(limit, cursor);
        return page.body(
                campaigns.list(linked, page.before(), page.rows() + 1, user.get()),
                Campaign::id,
                PATH,
                Collections.singletonMap("linked", linked));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<Campaign> get(@PathVariable UUID id) {
        return ResponseEntity.ok(campaigns.get(id, user.get()));
    }

    @GetMapping(PATH + "/{id}/kpi")
    Kpi.Measured measure(@PathVariable UUID id) {
        return kpi.measure(campaigns.get(id, user.get()));
    }

    @PostMapping(PATH)
    ResponseEntity<?> open(
            @RequestHeader(name = "Idempotency-Key", required = false) String key, @RequestBody NewCampaign wanted) {
        Actor actor = user.get();
        return idempotency.once(key, actor.name(), List.of("POST /campaigns", wanted), () -> {
            Campaign made = desk.open(wanted, actor);
            return ResponseEntity.created(URI.create(PATH + "/" + made.id())).body(made);
        });
    }

    @PostMapping(PATH + "/{id}/links")
    ResponseEntity<?> link(
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Link link) {
        Actor actor = user.get();
        return idempotency.once(key, actor.name(), List.of("POST campaign link", id, link), () -> {
            desk.addLink(id, link, actor);
            return ResponseEntity.status(201).body(campaigns.get(id, actor));
        });
    }
}
