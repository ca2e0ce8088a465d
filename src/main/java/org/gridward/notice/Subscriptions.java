package org.gridward.notice;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.access.Actor;
import org.gridward.access.AuditTrail;
import org.gridward.incident.Categories;
import org.gridward.platform.Fault;
import org.gridward.platform.Ids;
import org.gridward.platform.Problem;
import org.gridward.platform.Sql;
import org.gridward.responsibility.Departments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants to hear of what. The active ones are held in memory, so that a report waits for no look-up: a change takes
 * effect here at once and on other servers within two seconds.
 */
@Component
public class Subscriptions {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    /** A subscription and the secret its webhook is signed with, shown this once; null for mail and for a known one. */
    public record Registered(Subscription subscription, String secret) {}

    private final JdbcClient jdbc;
    private final UrlRules urls;
    private final Categories categories;
    private final Departments departments;
    private final AuditTrail audit;
    private final SecureRandom random = new SecureRandom();
    private volatile List<Subscription> active = List.of();

    Subscriptions(JdbcClient jdbc, UrlRules urls, Categories categories, Departments departments, AuditTrail audit) {
        this.jdbc = jdbc;
        this.urls = urls;
        this.categories = categories;
        this.departments = departments;
        this.audit = audit;
        this.active = read();
    }

    /**
     * Registers a subscription. Several may share an address, which then is one queue with one secret.
     *
     * @throws Problem 422 naming each member that is not acceptable; a webhook's host must be one that the settings allow
     */
    @Transactional
    public Registered add(Subscribe asked, Actor actor) {
        Subscribe wanted = asked.department() == null ? asked : asked.at(mailOf(asked.department()));
        SubscriptionRules.check(wanted);
        List<String> codes = wanted.categories() == null ? List.of() : wanted.categories();
        codes.forEach(categories::get);
        if (wanted.channel() == Channel.WEBHOOK) {
            urls.complaint(wanted.address()).ifPresent(why -> {
                throw Problem.unprocessable(
                                "webhook-address", "Nothing can be sent to " + wanted.address() + ": " + why + ".")
                        .with("/address", Fault.ADDRESS, why);
            });
        }
        boolean signed = wanted.channel() == Channel.WEBHOOK;
        String made = signed && wanted.secret() == null ? newSecret() : wanted.secret();
        UUID id = Ids.next();
        boolean fresh = jdbc.sql(Sql.of("notice/add_subscription"))
                .param("id", id)
                .param("target", Ids.next())
                .param("channel", wanted.channel().name())
                .param("address", wanted.address())
                .param("secret", made)
                .param("given", wanted.secret() != null)
                .param("name", wanted.name().strip())
                .param("events", Set.copyOf(wanted.events()).toArray(String[]::new))
                .param("grid", Texts.stripped(wanted.grid()))
                .param("categories", codes.toArray(String[]::new))
                .param("withText", Boolean.TRUE.equals(wanted.withText()))
                .param("actor", actor.name())
                .query(Boolean.class)
                .single();
        audit.append(actor, "SUBSCRIPTION_ADDED", id.toString(), java.util.Map.of("channel", wanted.channel()));
        refreshAfterCommit();
        return new Registered(get(id), signed && (fresh || wanted.secret() != null) ? made : null);
    }

    /** @throws Problem 404 */
    public Subscription get(UUID id) {
        return list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "unknown-subscription", "There is no subscription " + id + "; GET lists them."));
    }

    /**
     * Ends a subscription; what is already written for it is still sent.
     *
     * @throws Problem 404, 412 changed since
     */
    @Transactional
    public void end(UUID id, int version, Actor actor) {
        get(id);
        int changed = jdbc.sql("UPDATE notice.subscriptions SET active = false, version = version + 1"
                        + " WHERE id = :id AND :version IN (-1, version)")
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Problem.stale("stale-subscription", "The subscription has changed since; read it again.");
        }
        audit.append(actor, "SUBSCRIPTION_ENDED", id.toString(), java.util.Map.of());
        refreshAfterCommit();
    }

    /** All of them, ended ones too, the latest first. */
    public List<Subscription> list() {
        return jdbc.sql(Sql.of("notice/list_subscriptions"))
                .query(Subscriptions::row)
                .list();
    }

    /** Those that hear of an event about a category (null: about none); from memory. */
    List<Subscription> of(NoticeEvent event, String category) {
        List<Subscription> all = active;
        if (all.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(one -> one.events().contains(event.code()))
                .filter(one -> one.categories().isEmpty()
                        || category != null && one.categories().contains(category))
                .toList();
    }

    @Scheduled(fixedDelay = 2_000)
    void refresh() {
        try {
            active = read();
        } catch (DataAccessException away) {
            log.debug("Subscriptions not read: {}", away.toString());
        }
    }

    private List<Subscription> read() {
        return list().stream().filter(Subscription::active).toList();
    }

    private void refreshAfterCommit() {
        AfterCommit.run(this::refresh);
    }

    private String mailOf(String code) {
        String mail = departments.get(code, "/department").mail();
        if (mail == null) {
            throw Problem.unprocessable(
                            "department-without-mail",
                            "The department '" + code + "' has no mail; give it one, or send an address.")
                    .with("/department", Fault.NO_MAIL, "has no mail");
        }
        return mail;
    }

    private String newSecret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return WebhookSignature.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    private static Subscription row(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getObject("target_id", UUID.class),
                row.getString("name"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getString("grid_code"),
                List.of((String[]) row.getArray("categories").getArray()),
                row.getBoolean("with_text"),
                row.getBoolean("active"),
                row.getInt("version"),
                row.getString("created_by"),
                Optional.ofNullable(row.getTimestamp("created_at"))
                        .orElseThrow()
                        .toInstant());
    }
}
