package org.gridward.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.gridward.access.AuditTrail;
import org.gridward.access.SignedIn;
import org.gridward.access.TooManySignIns;
import org.gridward.platform.Problem;
import org.gridward.platform.ProblemBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers whoever is not let in: problem+json to programs and scripts, the sign-in page to people. A refusal of someone
 * signed in is written to the audit trail.
 */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final JsonMapper json;
    private final AuditTrail audit;

    Refusals(JsonMapper json, AuditTrail audit) {
        this.json = json;
        this.audit = audit;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean plainAbsence = failure instanceof InsufficientAuthenticationException;
        if (plainAbsence && Requests.wantsPage(request)) {
            response.sendRedirect("/login.html");
            return;
        }
        answer(request, response, failure);
    }

    /** The problem that an authentication failure is, with its headers. */
    void answer(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManySignIns slow) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(slow.retryAfterSeconds()));
            write(response, Problem.tooMany("too-many-sign-ins", slow.getMessage()));
        } else if (failure instanceof InternalAuthenticationServiceException away) {
            log.warn("Sign-in of {} {} failed: {}", request.getMethod(), request.getRequestURI(), away.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            write(
                    response,
                    Problem.unavailable(
                            "database-away",
                            "The database is away. Nothing was done; send the same request again shortly."));
        } else {
            if (!Requests.isOfScript(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Gridward\", charset=\"UTF-8\"");
            }
            boolean absent = failure instanceof InsufficientAuthenticationException;
            write(
                    response,
                    Problem.unauthenticated(
                            absent ? "sign-in-needed" : "sign-in-failed",
                            absent
                                    ? "This needs a signed-in user: send HTTP Basic credentials or a bearer token, or sign in"
                                            + " at /login.html."
                                    : failure.getMessage()));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean nobody = SignedIn.of(SecurityContextHolder.getContext().getAuthentication())
                .isEmpty();
        if (denied instanceof CsrfException
                && nobody
                && !request.getRequestURI().startsWith("/log")) {
            answer(request, response, new InsufficientAuthenticationException("Nobody is signed in", denied));
            return;
        }
        if (denied instanceof CsrfException) {
            write(
                    response,
                    Problem.forbidden(
                            "csrf-token",
                            "The CSRF token is missing or stale: send the value of the cookie XSRF-TOKEN as header"
                                    + " X-XSRF-TOKEN, or sign in with HTTP Basic or a bearer token."));
            return;
        }
        String asked = request.getMethod() + " " + request.getRequestURI();
        String name = SignedIn.of(SecurityContextHolder.getContext().getAuthentication())
                .map(SignedIn::getName)
                .orElse("anonymous");
        try {
            audit.append(name, "ACCESS_DENIED", asked, Map.of("address", request.getRemoteAddr()));
        } catch (DataAccessException | TransactionException away) {
            log.warn("A refusal of {} to {} could not be audited: {}", asked, name, away.toString());
        }
        write(
                response,
                Problem.forbidden(
                        "wrong-role",
                        "The user '" + name + "' has no role that may " + asked + "; sign in as another user."));
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(ProblemBody.of(problem)));
    }
}
