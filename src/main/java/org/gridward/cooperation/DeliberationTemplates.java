package org.gridward.cooperation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The templates of deliberations: data in versions, of which the latest is used for new ones. */
@Component
public class DeliberationTemplates {

    private static final String LATEST = """
            SELECT DISTINCT ON (code) code, version, spec::text AS spec
            FROM cooperation.templates ORDER BY code, version DESC""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;

    DeliberationTemplates(JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /** The latest version of each, by code. */
    public List<Template> list() {
        return jdbc.sql(LATEST).query(this::template).list();
    }

    /** @throws Problem 422 {@code unknown-template} naming those that are known */
    Template latest(String code, String pointer) {
        List<Template> all = list();
        return all.stream()
                .filter(template -> template.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Given.refuse(
                        "unknown-template",
                        pointer,
                        Fault.UNKNOWN,
                        "'" + code + "' is no template; known are "
                                + all.stream().map(Template::code).toList()));
    }

    Template get(String code, int version) {
        return jdbc.sql("""
                        SELECT code, version, spec::text AS spec
                        FROM cooperation.templates WHERE code = :code AND version = :version""")
                .param("code", code)
                .param("version", version)
                .query(this::template)
                .single();
    }

    /**
     * Makes a template, or a further version of one.
     *
     * @throws Problem 422 {@code template-not-acceptable} naming every fault, such as a step with no or two accountable seats
     */
    @Transactional
    public Template make(Template template, Actor actor) {
        TemplateRules.check(template);
        int version = jdbc.sql("""
                        INSERT INTO cooperation.templates (code, version, spec, made_by)
                        SELECT :code, coalesce(max(version), 0) + 1, :spec::jsonb, :by
                        FROM cooperation.templates WHERE code = :code
                        RETURNING version""")
                .param("code", template.code())
                .param("spec", json.writeValueAsString(template.at(null, 0)))
                .param("by", actor.name())
                .query(Integer.class)
                .single();
        audit.append(actor, "TEMPLATE_MADE", template.code(), Map.of("version", version));
        return template.at(template.code(), version);
    }

    private Template template(ResultSet row, int n) throws SQLException {
        return json.readValue(row.getString("spec"), Template.class).at(row.getString("code"), row.getInt("version"));
    }
}
