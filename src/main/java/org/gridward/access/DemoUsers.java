package org.gridward.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.platform.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The users of a first start: one a role, named after it, for the whole city. Their passwords are made here, printed
 * once and written to the file {@code credentials} of the home folder, readable by its owner only.
 */
@Component
class DemoUsers {

    private static final List<Role> ROLES = List.of(Role.PATROL, Role.DISPATCHER, Role.PLANNER, Role.ADMIN);
    private static final String UNIT = "PU001";

    private final Users users;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Path file;
    private final String setPassword;

    DemoUsers(
            Users users,
            PasswordEncoder encoder,
            AuditTrail audit,
            TransactionTemplate transaction,
            @Value("${gridward.home:.gridward}") Path home,
            @Value("${GRIDWARD_DEMO_PASSWORD:}") String setPassword) {
        this.users = users;
        this.encoder = encoder;
        this.audit = audit;
        this.transaction = transaction;
        this.file = home.resolve("credentials");
        this.setPassword = setPassword;
    }

    /**
     * Creates the demo users if there is no user at all. With a set demo password, existing demo users get it.
     *
     * @throws Problem 422 when the set password is longer than bcrypt reads
     */
    void bootstrap() {
        if (!Passwords.fits(setPassword)) {
            throw Problem.unprocessable(
                    "password-length", "GRIDWARD_DEMO_PASSWORD has more than 72 bytes; use a shorter one.");
        }
        Map<Role, String> made = transaction.execute(status -> {
            users.lock();
            List<User> present = users.list();
            Map<Role, String> passwords = present.isEmpty() ? create() : reset(present);
            if (!passwords.isEmpty()) {
                write(passwords);
            }
            return passwords;
        });
        if (made == null || made.isEmpty()) {
            System.out.println("There are users already; passwords of a first start are in " + file
                    + ", others are not kept. Set another with ./gridward user password NAME");
            return;
        }
        System.out.println("Demo users (also in " + file + "):");
        made.forEach((role, password) -> System.out.printf("  %-12s %s%n", name(role), password));
    }

    private Map<Role, String> create() {
        Map<Role, String> passwords = new LinkedHashMap<>();
        for (Role role : ROLES) {
            String password = setPassword.isEmpty() ? Passwords.generate() : setPassword;
            Optional<String> unit = role == Role.PATROL ? Optional.of(UNIT) : Optional.empty();
            users.add(new User(name(role), encoder.encode(password), Set.of(role), Actor.WHOLE_CITY, unit, true, 1));
            audit.append("system", "USER_ADDED", name(role), Map.of("roles", List.of(role), "demo", true));
            passwords.put(role, password);
        }
        return passwords;
    }

    private Map<Role, String> reset(List<User> present) {
        List<User> stale = present.stream()
                .filter(user -> user.demo() && !setPassword.isEmpty())
                .filter(user -> !encoder.matches(setPassword, user.passwordHash()))
                .toList();
        if (stale.isEmpty()) {
            return Map.of();
        }
        for (User user : stale) {
            users.setPassword(user.name(), encoder.encode(setPassword));
            audit.append("system", "PASSWORD_CHANGED", user.name(), Map.of("demo", true));
        }
        Map<Role, String> passwords = new LinkedHashMap<>();
        for (Role role : ROLES) {
            if (present.stream().anyMatch(user -> user.demo() && user.name().equals(name(role)))) {
                passwords.put(role, setPassword);
            }
        }
        return passwords;
    }

    /** Whole or not at all, and never readable by others, not even for a moment. */
    private void write(Map<Role, String> passwords) {
        StringBuilder lines = new StringBuilder();
        passwords.forEach((role, password) -> lines.append(name(role))
                .append(' ')
                .append(name(role))
                .append(' ')
                .append(password)
                .append('\n'));
        try {
            Path home = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(
                    home,
                    "credentials",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write " + file + "; no user was made", unwritable);
        }
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
