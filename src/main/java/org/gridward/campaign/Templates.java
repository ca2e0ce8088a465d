package org.gridward.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the kinds of campaign. */
@Component
public class Templates {

    /** A version of a kind of campaign. */
    public record Held(String code, int version, CampaignTemplate template) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Templates(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest version of each. */
    public List<Held> list() {
        Map<String, Held> newest = new LinkedHashMap<>();
        jdbc.sql("SELECT code, version, spec::text AS spec FROM campaign.templates ORDER BY code, version")
                .query((row, n) -> new Held(
                        row.getString("code"),
                        row.getInt("version"),
                        json.readValue(row.getString("spec"), CampaignTemplate.class)))
                .list()
                .forEach(held -> newest.put(held.code(), held));
        return List.copyOf(newest.values());
    }

    /** @throws Problem 422 naming those that there are */
    Held newest(String code) {
        List<Held> all = list();
        return all.stream()
                .filter(held -> held.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                                "unknown-template",
                                "'" + code + "' is no kind of campaign; there are "
                                        + all.stream().map(Held::code).toList() + ".")
                        .with("/template", Fault.UNKNOWN, "unknown"));
    }

    CampaignTemplate get(String code, int version) {
        return jdbc.sql("SELECT spec::text FROM campaign.templates WHERE code = :code AND version = :version")
                .param("code", code)
                .param("version", version)
                .query((row, n) -> json.readValue(row.getString(1), CampaignTemplate.class))
                .single();
    }
}
