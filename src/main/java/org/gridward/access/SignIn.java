package org.gridward.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Checks passwords and tokens. Failures are Spring Security's: {@link BadCredentialsException}, {@link TooManySignIns},
 * and {@link InternalAuthenticationServiceException} while the database is away.
 */
@Component
public class SignIn {

    /** Where an attempt comes from; a form attempt is always verified and audited, a Basic one may be remembered. */
    public record Attempt(String address, boolean form) {}

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final Users users;
    private final Tokens tokens;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final VerifiedPasswords verified;
    private final SignInThrottle throttle;
    private String hashOfNobody;

    SignIn(Users users, Tokens tokens, PasswordEncoder encoder, AuditTrail audit, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.encoder = encoder;
        this.audit = audit;
        this.verified = new VerifiedPasswords(clock);
        this.throttle = new SignInThrottle(clock);
    }

    /** The user with this name and password. */
    public SignedIn byPassword(String name, String password, Attempt attempt) {
        throttle.pass(name, attempt.address());
        try {
            Optional<User> user = users.findRecent(name);
            if (user.isPresent() && !attempt.form() && verified.knows(user.get(), password)) {
                return user.get().signedIn();
            }
            return verify(user, name, password, attempt);
        } catch (DataAccessException | TransactionException away) {
            throw new InternalAuthenticationServiceException("The database is away", away);
        }
    }

    /**
     * The user of an Authorization header, where that needs no work: a password verified in the last minutes, or a token.
     * Empty for all else, and while sign-in is held up; then the long way decides and says why.
     */
    public Optional<SignedIn> remembered(String authorization, String address) {
        if (authorization == null) {
            return Optional.empty();
        }
        try {
            if (authorization.startsWith(BEARER)) {
                return tokens.findUser(authorization.substring(BEARER.length()).trim())
                        .flatMap(users::findRecent)
                        .map(User::signedIn);
            }
            return authorization.startsWith(BASIC)
                    ? rememberedPassword(authorization.substring(BASIC.length()), address)
                    : Optional.empty();
        } catch (IllegalArgumentException | TooManySignIns | DataAccessException | TransactionException longWay) {
            return Optional.empty();
        }
    }

    private Optional<SignedIn> rememberedPassword(String base64, String address) {
        String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = pair.substring(0, colon);
        throttle.pass(name, address);
        return users.findRecent(name)
                .filter(user -> verified.knows(user, pair.substring(colon + 1)))
                .map(User::signedIn);
    }

    /** The user whose token this is. */
    public SignedIn byToken(String token) {
        try {
            return tokens.findUser(token)
                    .flatMap(users::findRecent)
                    .orElseThrow(() -> new BadCredentialsException("This token is not known or was revoked."))
                    .signedIn();
        } catch (DataAccessException | TransactionException away) {
            throw new InternalAuthenticationServiceException("The database is away", away);
        }
    }

    /** Whether a session may go on: the user still exists and nothing about it has changed since it signed in. */
    public boolean isCurrent(SignedIn signedIn) {
        try {
            return users.findRecent(signedIn.getName())
                    .filter(user -> user.version() == signedIn.version())
                    .isPresent();
        } catch (DataAccessException | TransactionException away) {
            throw new InternalAuthenticationServiceException("The database is away", away);
        }
    }

    private SignedIn verify(Optional<User> recent, String name, String password, Attempt attempt) {
        // The remembered row may be seconds old: a password just changed elsewhere is looked up before it is refused.
        Optional<User> user = recent.isPresent() ? users.find(name) : recent;
        boolean right = Passwords.fits(password)
                && encoder.matches(password, user.map(User::passwordHash).orElseGet(this::hashOfNobody));
        String way = attempt.form() ? "form" : "basic";
        Map<String, Object> detail = Map.of("address", attempt.address(), "way", way);
        if (user.isEmpty() || !right) {
            throttle.failed(name, attempt.address());
            // An unknown name is not written down: people type passwords into the wrong field.
            audit.append(user.map(User::name).orElse("unknown"), "SIGN_IN_FAILED", "user", detail);
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        audit.append(name, "SIGN_IN", "user", detail);
        verified.remember(user.get(), password);
        return user.get().signedIn();
    }

    /** An unknown name takes as long as a wrong password, so that names cannot be told apart by time. */
    private synchronized String hashOfNobody() {
        if (hashOfNobody == null) {
            hashOfNobody = encoder.encode(Passwords.generate());
        }
        return hashOfNobody;
    }
}
