package org.gridward.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.gridward.access.SignIn;
import org.gridward.access.SignedIn;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose user was changed or removed since it signed in (another password, other roles). */
final class SessionsEnd extends OncePerRequestFilter {

    private final SignIn signIn;
    private final Refusals refusals;

    SessionsEnd(SignIn signIn, Refusals refusals) {
        this.signIn = signIn;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<SignedIn> user = SignedIn.of(SecurityContextHolder.getContext().getAuthentication());
        if (session != null && user.isPresent()) {
            try {
                if (!signIn.isCurrent(user.get())) {
                    session.invalidate();
                    SecurityContextHolder.clearContext();
                }
            } catch (AuthenticationException away) {
                refusals.answer(request, response, away);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
