package org.gridward.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.Ground;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads campaigns with what they add up to, their items and visits. */
@Component
public class Campaigns {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> SUMS = new TypeReference<>() {};
    private static final TypeReference<List<Link>> LINKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Templates templates;
    private final Ground ground;

    Campaigns(JdbcClient jdbc, JsonMapper json, Templates templates, Ground ground) {
        this.jdbc = jdbc;
        this.json = json;
        this.templates = templates;
        this.ground = ground;
    }

    /**
     * Those with work on the ground of who asks, counting what lies there; the latest first.
     *
     * @param linked only those that are linked to this incident, whistle or meeting; null: all
     * @param before the last one of the page before; null: from the latest
     */
    public List<Campaign> list(UUID linked, UUID before, int limit, Actor actor) {
        return query(null, linked, before, limit, actor);
    }

    /** @throws Problem 404, 403 all that it works on lies elsewhere */
    public Campaign get(UUID id, Actor actor) {
        return query(id, null, null, 1, actor).stream().findFirst().orElseThrow(() -> missing(id, actor));
    }

    private Problem missing(UUID id, Actor actor) {
        boolean there = jdbc.sql("SELECT EXISTS (SELECT FROM campaign.campaigns WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        Ground.require(!there, actor, "All that the campaign " + id + " works on");
        return Problem.notFound("unknown-campaign", "There is no campaign " + id + ".");
    }

    /** As {@link #get}, and nobody else changes it until the transaction ends. */
    Campaign hold(UUID id, Actor actor) {
        jdbc.sql("SELECT 1 FROM campaign.campaigns WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return get(id, actor);
    }

    /** Items on the ground of who asks, in their order from after an ordinal on; state may be null. */
    public List<Item> items(Campaign campaign, String state, int after, int rows, Actor actor) {
        CampaignTemplate template = templates.get(campaign.template(), campaign.templateVersion());
        return jdbc.sql(Sql.of("campaign/list_items"))
                .param("campaign", campaign.id())
                .param("state", state)
                .param("after", after)
                .param("rows", rows)
                .param("ground", ground.of(actor))
                .query((row, n) -> item(row, template))
                .list();
    }

    /** Visits in the order in which they are due; open: only those still to be made. */
    public List<Visit> visits(UUID campaign, boolean open, int after, int rows, Actor actor) {
        return jdbc.sql(Sql.of("campaign/list_visits"))
                .param("campaign", campaign)
                .param("open", open)
                .param("after", after)
                .param("rows", rows)
                .param("ground", ground.of(actor))
                .query((row, n) -> new Visit(
                        row.getObject("id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        row.getString("ref"),
                        row.getInt("ordinal"),
                        row.getString("part"),
                        instant(row, "due_from"),
                        instant(row, "due_until"),
                        instant(row, "done_at"),
                        row.getString("done_by"),
                        row.getObject("fine", Boolean.class),
                        row.getString("finding")))
                .list();
    }

    private List<Campaign> query(UUID id, UUID linked, UUID before, int limit, Actor actor) {
        return jdbc.sql(Sql.of("campaign/list_campaigns"))
                .param("id", id)
                .param("linked", linked)
                .param("before", before)
                .param("limit", limit)
                .param("ground", ground.of(actor))
                .query((row, n) -> campaign(row))
                .list();
    }

    private Campaign campaign(ResultSet row) throws SQLException {
        String code = row.getString("template");
        int version = row.getInt("template_version");
        CampaignTemplate template = templates.get(code, version);
        Map<String, Long> found = json.readValue(row.getString("states"), COUNTS);
        Map<String, Long> states = new LinkedHashMap<>();
        Map<String, Long> stages = new LinkedHashMap<>();
        template.stages().forEach(stage -> stages.put(stage.code(), 0L));
        long closed = 0;
        for (CampaignTemplate.ItemState state : template.states()) {
            long count = found.getOrDefault(state.code(), 0L);
            states.put(state.code(), count);
            stages.merge(state.stage(), count, Long::sum);
            closed += state.isClosed() ? count : 0;
        }
        String kpi = row.getString("kpi");
        return new Campaign(
                row.getObject("id", UUID.class),
                code,
                version,
                row.getString("name_zh"),
                row.getString("name_en"),
                instant(row, "due"),
                row.getBoolean("overdue"),
                states.values().stream().mapToLong(Long::longValue).sum(),
                closed,
                stages,
                states,
                json.readValue(row.getString("results"), SUMS),
                new Campaign.Visits(
                        row.getLong("day"),
                        row.getLong("night"),
                        row.getLong("day_done"),
                        row.getLong("night_done"),
                        row.getLong("wrong")),
                json.readValue(row.getString("links"), LINKS),
                kpi == null ? null : json.readValue(kpi, Kpi.class),
                row.getInt("version"),
                row.getString("created_by"),
                instant(row, "created_at"));
    }

    private static Item item(ResultSet row, CampaignTemplate template) throws SQLException {
        String state = row.getString("state");
        return new Item(
                row.getObject("id", UUID.class),
                row.getInt("ordinal"),
                row.getString("ref"),
                row.getString("geometry"),
                state,
                template.state(state).map(CampaignTemplate.ItemState::stage).orElse(null),
                row.getString("results"),
                instant(row, "rights_until"),
                row.getBoolean("owner_rights"),
                row.getString("place_code"),
                row.getInt("visits"),
                row.getInt("visits_done"),
                row.getInt("version"),
                instant(row, "changed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
