package org.gridward.access.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.access.Role;
import org.gridward.access.SignIn;
import org.gridward.access.SignedIn;
import org.gridward.platform.QuickAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Lets a program's GET of a {@link QuickAnswer} past the chain of filters, where everything is plain: its credentials were
 * verified a moment ago, its role may ask by {@link AccessRules}, and there is an answer. The header fields are those that
 * the chain would have set. All else, refusals above all, goes the long way.
 */
final class QuickLane extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** One path: what answers, who may ask, and the timer that counts it among all requests. */
    private record Lane(QuickAnswer answer, List<Role> roles, Timer timer) {}

    private final transient Map<String, Lane> lanes;
    private final transient SignIn signIn;

    QuickLane(List<QuickAnswer> answers, SignIn signIn, MeterRegistry meters) {
        this.signIn = signIn;
        this.lanes = answers.stream()
                .map(answer -> new Lane(
                        answer, AccessRules.roles(HttpMethod.GET, answer.path()), timer(meters, answer.path())))
                .collect(Collectors.toMap(lane -> lane.answer.path(), Function.identity()));
    }

    private static Timer timer(MeterRegistry meters, String path) {
        return Timer.builder("http.server.requests")
                .tags("error", "none", "exception", "none", "method", "GET", "outcome", "SUCCESS", "status", "200")
                .tag("uri", path)
                .register(meters);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        Lane lane = lanes.get(request.getRequestURI());
        byte[] body = lane == null ? null : body(lane, request);
        if (body == null) {
            chain.doFilter(request, response);
            return;
        }
        SecurityHeaders.FIELDS.forEach(response::setHeader);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        lane.timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private byte[] body(Lane lane, HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean plain = HttpMethod.GET.matches(request.getMethod())
                && request.getHeader(HttpHeaders.COOKIE) == null
                && request.getHeader(HttpHeaders.ORIGIN) == null
                && (accept == null || accept.equals("*/*") || accept.equals("application/json"));
        SignedIn user = plain
                ? signIn.remembered(request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr())
                        .orElse(null)
                : null;
        if (user == null || user.actor().roles().stream().noneMatch(lane.roles::contains)) {
            return null;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities()));
        SecurityContextHolder.setContext(context);
        try {
            return lane.answer.answer(request.getQueryString());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
