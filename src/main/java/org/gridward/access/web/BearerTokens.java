package org.gridward.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridward.access.SignIn;
import org.gridward.access.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by its {@code Authorization: Bearer} token, for this request only. */
final class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final SignIn signIn;
    private final Refusals refusals;

    BearerTokens(SignIn signIn, Refusals refusals) {
        this.signIn = signIn;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials != null && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                SignedIn user =
                        signIn.byToken(credentials.substring(SCHEME.length()).trim());
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities()));
                SecurityContextHolder.setContext(context);
            } catch (AuthenticationException failure) {
                refusals.answer(request, response, failure);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
