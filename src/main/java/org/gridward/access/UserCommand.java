package org.gridward.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.platform.Command;
import org.gridward.platform.Problem;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./gridward user}: the users of this installation. */
@Component
class UserCommand implements Command {

    private static final String ACTOR = "command-line";

    private final Users users;
    private final Tokens tokens;
    private final DemoUsers demo;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    UserCommand(
            Users users,
            Tokens tokens,
            DemoUsers demo,
            PasswordEncoder encoder,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.tokens = tokens;
        this.demo = demo;
        this.encoder = encoder;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "user";
    }

    @Override
    public String help() {
        return """
                Usage:
                  ./gridward user add NAME --role ROLE [--jurisdiction CODE] [--unit UNIT] [--password-stdin]
                  ./gridward user list
                  ./gridward user password NAME [--password-stdin]
                  ./gridward user token NAME [--revoke]
                  ./gridward user bootstrap

                add        a user; without --password-stdin a password is made and printed once.
                           ROLE is %s; give --role again for several.
                           CODE is a grid code, for that grid and everything below it; default: the whole city.
                password   another password; ends the user's sessions and tokens within seconds.
                token      a bearer token for programs, printed once; --revoke ends all of the user's tokens.
                bootstrap  one demo user a role, if there is no user yet; passwords go to
                           $GRIDWARD_HOME/credentials (GRIDWARD_DEMO_PASSWORD sets them all).

                Example:
                  ./gridward user add wang --role patrol --jurisdiction 330999001 --unit patrol-7""".formatted(Role.words());
    }

    @Override
    public int run(List<String> args) throws IOException {
        UserArguments asked = UserArguments.read(args);
        switch (asked.verb()) {
            case "add" -> add(asked);
            case "list" -> list();
            case "password" -> password(asked);
            case "token" -> token(asked);
            default -> demo.bootstrap();
        }
        return 0;
    }

    private void add(UserArguments asked) throws IOException {
        String password = asked.passwordFromInput() ? Passwords.judged(readLine()) : Passwords.generate();
        User user = new User(
                asked.name(), encoder.encode(password), asked.roles(), asked.jurisdiction(), asked.unit(), false, 1);
        transaction.executeWithoutResult(status -> {
            if (!users.add(user)) {
                throw Problem.conflict(
                        "user-exists", "There is a user '" + asked.name() + "' already; choose another name.");
            }
            audit.append(ACTOR, "USER_ADDED", asked.name(), Map.of("roles", asked.roles()));
        });
        System.out.println("Added " + asked.name() + " as " + words(asked.roles()) + " for "
                + (asked.jurisdiction().equals(Actor.WHOLE_CITY) ? "the whole city" : asked.jurisdiction()) + ".");
        tellPassword(asked, password);
    }

    private void list() {
        List<User> all = users.list();
        if (all.isEmpty()) {
            System.out.println("There is no user yet; see ./gridward user --help");
            return;
        }
        String form = "%-20s %-28s %-18s %s%n";
        System.out.printf(form, "NAME", "ROLES", "JURISDICTION", "UNIT");
        for (User user : all) {
            System.out.printf(
                    form,
                    user.name(),
                    words(user.roles()),
                    user.jurisdiction(),
                    user.unit().orElse("-"));
        }
    }

    private void password(UserArguments asked) throws IOException {
        String password = asked.passwordFromInput() ? Passwords.judged(readLine()) : Passwords.generate();
        transaction.executeWithoutResult(status -> {
            if (!users.setPassword(asked.name(), encoder.encode(password))) {
                throw noSuchUser(asked.name());
            }
            audit.append(ACTOR, "PASSWORD_CHANGED", asked.name(), Map.of());
        });
        System.out.println("Changed the password of " + asked.name() + "; sessions and tokens end within "
                + Users.FRESH.toSeconds() + " seconds.");
        tellPassword(asked, password);
    }

    private void token(UserArguments asked) {
        transaction.executeWithoutResult(status -> {
            users.find(asked.name()).orElseThrow(() -> noSuchUser(asked.name()));
            if (asked.revoke()) {
                int ended = tokens.revoke(asked.name());
                audit.append(ACTOR, "TOKENS_REVOKED", asked.name(), Map.of("count", ended));
                System.out.println("Revoked " + ended + " token(s) of " + asked.name() + ".");
            } else {
                String token = tokens.issue(asked.name());
                audit.append(ACTOR, "TOKEN_ISSUED", asked.name(), Map.of());
                System.out.println(token);
                System.err.println("Send it as 'Authorization: Bearer …'. It is not shown again.");
            }
        });
    }

    private static void tellPassword(UserArguments asked, String password) {
        if (!asked.passwordFromInput()) {
            System.out.println("Password (shown once): " + password);
        }
    }

    private static String readLine() throws IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return Optional.ofNullable(line)
                .orElseThrow(() -> Problem.unreadable(
                        "no-password", "Standard input is empty; give the password as its first line."));
    }

    private static String words(Set<Role> roles) {
        return roles.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Problem noSuchUser(String name) {
        return Problem.notFound("no-such-user", "There is no user '" + name + "'; see ./gridward user list");
    }
}
