package org.gridward.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.deadline.Deadlines;
import org.gridward.incident.Categories;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Outbox;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Opens campaigns, adds things to them, links them to what they came from. */
@Component
public class CampaignDesk {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Templates templates;
    private final Campaigns campaigns;
    private final ItemWriter items;
    private final Categories categories;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CampaignDesk(
            JdbcClient jdbc,
            JsonMapper json,
            Templates templates,
            Campaigns campaigns,
            ItemWriter items,
            Categories categories,
            Deadlines deadlines,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.templates = templates;
        this.campaigns = campaigns;
        this.items = items;
        this.categories = categories;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem 422 naming each member that is not acceptable, 403 an item lies elsewhere */
    @Transactional
    public Campaign open(NewCampaign wanted, Actor actor) {
        Instant now = now();
        Templates.Held held = templates.newest(wanted.template() == null ? "" : wanted.template());
        check(wanted);
        UUID id = Ids.next();
        Instant due = wanted.dueIn() == null
                ? wanted.due()
                : deadlines.due(wanted.dueIn().amount(), wanted.dueIn().unit(), now);
        jdbc.sql(Sql.of("campaign/insert_campaign"))
                .param("id", id)
                .param("template", held.code())
                .param("version", held.version())
                .param("nameZh", wanted.nameZh().strip())
                .param("nameEn", wanted.nameEn())
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("kpi", wanted.kpi() == null ? null : json.writeValueAsString(wanted.kpi()))
                .param("actor", actor.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (wanted.links() != null) {
            wanted.links().forEach(link -> link(id, link, actor));
        }
        if (wanted.items() != null && !wanted.items().isEmpty()) {
            items.add(id, held.template(), wanted.items(), now, actor);
        }
        outbox.append("CampaignOpened", id.toString(), Map.of("id", id, "nameZh", wanted.nameZh()));
        audit.append(actor, "CAMPAIGN_OPENED", id.toString(), Map.of("template", held.code()));
        return campaigns.get(id, actor);
    }

    /** @throws Problem 404, 403 it or an item lies elsewhere, 409 a ref is there already, 422 naming each item that is not acceptable */
    @Transactional
    public int add(UUID id, List<NewItem> more, Actor actor) {
        Campaign campaign = campaigns.hold(id, actor);
        int added = items.add(
                id,
                templates.get(campaign.template(), campaign.templateVersion()),
                more == null ? List.of() : more,
                now(),
                actor);
        audit.append(actor, "CAMPAIGN_ITEMS_ADDED", id.toString(), Map.of("items", added));
        return added;
    }

    /** @throws Problem 404 no such campaign, 422 nothing of that kind has this id */
    @Transactional
    public void addLink(UUID id, Link link, Actor actor) {
        campaigns.hold(id, actor);
        link(id, link, actor);
    }

    private void link(UUID id, Link link, Actor actor) {
        boolean there = link.kind() != null
                && link.ref() != null
                && jdbc.sql(Sql.of("campaign/find_linked"))
                        .param("kind", link.kind().name())
                        .param("ref", link.ref())
                        .query(Boolean.class)
                        .single();
        if (!there) {
            throw Problem.unprocessable("unknown-link", "There is no " + link.kind() + " " + link.ref() + ".")
                    .with("/links", Fault.CHOICE, "send kind INCIDENT, WHISTLE or MEETING and the id of one");
        }
        jdbc.sql("INSERT INTO campaign.links (campaign_id, kind, ref, linked_by) VALUES (:id, :kind, :ref, :actor)"
                        + " ON CONFLICT DO NOTHING")
                .param("id", id)
                .param("kind", link.kind().name())
                .param("ref", link.ref())
                .param("actor", actor.name())
                .update();
    }

    private void check(NewCampaign wanted) {
        Problem problem = Problem.unprocessable("campaign-not-acceptable", "The campaign cannot be opened as it is.");
        if (wanted.nameZh() == null
                || wanted.nameZh().isBlank()
                || wanted.nameZh().length() > 200) {
            problem.with("/nameZh", Fault.MISSING, "missing; send 1 to 200 characters");
        }
        if (wanted.nameEn() != null
                && (wanted.nameEn().isBlank() || wanted.nameEn().length() > 200)) {
            problem.with("/nameEn", Fault.length(1, 200), "send 1 to 200 characters, or leave it out");
        }
        if (wanted.due() != null && wanted.dueIn() != null) {
            problem.with("/dueIn", Fault.EITHER, "send either due or dueIn");
        }
        Kpi kpi = wanted.kpi();
        if (kpi != null && (kpi.categories() == null || kpi.categories().isEmpty())) {
            problem.with("/kpi/categories", Fault.MISSING, "name the categories of incidents that are counted");
        }
        if (kpi != null
                && (kpi.beforeFrom() == null
                        || kpi.beforeUntil() == null
                        || kpi.afterFrom() == null
                        || !kpi.beforeFrom().isBefore(kpi.beforeUntil())
                        || kpi.afterFrom().isBefore(kpi.beforeUntil()))) {
            problem.with("/kpi", Fault.ORDER, "beforeFrom < beforeUntil <= afterFrom are needed");
        }
        if (kpi != null && kpi.nearMeters() != null && !(kpi.nearMeters() >= 0 && kpi.nearMeters() <= 2_000)) {
            problem.with("/kpi/nearMeters", Fault.range(0, 2_000), kpi.nearMeters() + " is not from 0 to 2000");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        if (kpi != null) {
            kpi.categories().forEach(categories::get);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
