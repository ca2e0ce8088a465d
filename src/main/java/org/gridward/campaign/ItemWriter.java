package org.gridward.campaign;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.Ground;
import org.gridward.platform.Fault;
import org.gridward.platform.GeoJson;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores the things of a campaign, many in one statement. */
@Component
class ItemWriter {

    static final int MOST = 10_000;
    private static final int VERTICES_MOST = 10_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ground ground;

    ItemWriter(JdbcClient jdbc, JsonMapper json, Ground ground) {
        this.jdbc = jdbc;
        this.json = json;
        this.ground = ground;
    }

    /** @throws Problem 422 naming each item that is not acceptable, 403 one lies elsewhere, 409 a ref is there already */
    int add(UUID campaign, CampaignTemplate template, List<NewItem> items, Instant now, Actor actor) {
        if (items.size() > MOST) {
            throw Problem.tooLarge("too-many-items", items.size() + " items; send at most " + MOST + " at once.");
        }
        CampaignTemplate.ItemState first = template.states().get(0);
        List<String> ids = new ArrayList<>();
        List<String> refs = new ArrayList<>();
        List<byte[]> shapes = new ArrayList<>();
        List<String> results = new ArrayList<>();
        Problem problem = Problem.unprocessable("items-not-acceptable", "Some items cannot be taken as they are.");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            NewItem item = items.get(i);
            String pointer = "/items/" + i;
            if (item.ref() == null || item.ref().isBlank() || item.ref().length() > 200) {
                problem.with(pointer + "/ref", Fault.MISSING, "missing; send 1 to 200 characters");
                continue;
            }
            if (!seen.add(item.ref().strip())) {
                problem.with(pointer + "/ref", Fault.TWICE, "'" + item.ref() + "' is there twice");
            }
            Geometry shape = GeoJson.read(item.geometry(), pointer + "/geometry", VERTICES_MOST);
            if (shape.isEmpty() || !shape.isValid()) {
                problem.with(pointer + "/geometry", Fault.SHAPE, "not sound; draw it again");
            }
            ids.add(Ids.next().toString());
            refs.add(item.ref().strip());
            shapes.add(new WKBWriter().write(shape));
            Map<String, Object> read = ResultRules.read(template, item.results(), pointer + "/results");
            results.add(json.writeValueAsString(read));
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
        try {
            int added = jdbc.sql(Sql.of("campaign/insert_items"))
                    .param("campaign", campaign)
                    .param("ids", ids.toArray(String[]::new))
                    .param("refs", refs.toArray(String[]::new))
                    .param("shapes", shapes.toArray(byte[][]::new))
                    .param("results", results.toArray(String[]::new))
                    .param("state", first.code())
                    .param("rightsUntil", rights(first, now))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
            requireInside(ids, actor);
            return added;
        } catch (DuplicateKeyException twice) {
            throw Problem.conflict(
                    "item-there", "One of these refs is in the campaign already; send only those that are new.");
        }
    }

    private void requireInside(List<String> ids, Actor actor) {
        byte[] own = ground.of(actor);
        if (own != null) {
            long elsewhere = jdbc.sql(Sql.of("campaign/count_elsewhere"))
                    .param("ids", ids.toArray(String[]::new))
                    .param("ground", own)
                    .query(Long.class)
                    .single();
            Ground.require(elsewhere == 0, actor, elsewhere + " of the items");
        }
    }

    static java.time.OffsetDateTime rights(CampaignTemplate.ItemState state, Instant now) {
        return state.rightsDays() == null
                ? null
                : now.plus(java.time.Duration.ofDays(state.rightsDays())).atOffset(ZoneOffset.UTC);
    }
}
