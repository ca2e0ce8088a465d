package org.gridward.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The users and their rows. Requests read rows at most {@link #FRESH} old, so that signing in costs no statement; a
 * change made by another process (the command line) takes effect after that time.
 */
@Component
class Users {

    static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final RecentMap<String, User> recent;

    Users(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.recent = new RecentMap<>(clock, FRESH, 10_000);
    }

    /** The row as it is now. */
    Optional<User> find(String name) {
        return jdbc.sql("SELECT * FROM access.users WHERE name = :name")
                .param("name", name)
                .query(Users::user)
                .optional();
    }

    /** The row as it is now or was a few seconds ago. */
    Optional<User> findRecent(String name) {
        return recent.findOr(name, () -> find(name));
    }

    List<User> list() {
        return jdbc.sql("SELECT * FROM access.users ORDER BY name")
                .query(Users::user)
                .list();
    }

    /** Adds the user unless the name is taken; false then. */
    boolean add(User user) {
        return jdbc.sql(Sql.of("access/add_user"))
                        .param("name", user.name())
                        .param("passwordHash", user.passwordHash())
                        .param("roles", words(user.roles()))
                        .param("jurisdiction", user.jurisdiction())
                        .param("unit", user.unit().orElse(null))
                        .param("demo", user.demo())
                        .update()
                == 1;
    }

    /** Sets another password and revokes the user's tokens; false when there is no such user. */
    boolean setPassword(String name, String passwordHash) {
        int changed = jdbc.sql(Sql.of("access/set_password"))
                .param("name", name)
                .param("passwordHash", passwordHash)
                .update();
        recent.forget(name);
        return changed == 1;
    }

    /** Makes two first starts at the same time take turns; within the caller's transaction. */
    void lock() {
        jdbc.sql("LOCK TABLE access.users IN SHARE ROW EXCLUSIVE MODE").update();
    }

    private static String[] words(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static User user(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new User(
                row.getString("name"),
                row.getString("password_hash"),
                roles,
                row.getString("jurisdiction"),
                Optional.ofNullable(row.getString("unit")),
                row.getBoolean("demo"),
                row.getLong("version"));
    }
}
