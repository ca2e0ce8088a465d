package org.gridward.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Sees to it that every answer to a page or its script carries the cookie {@code XSRF-TOKEN}, so that the next POST can
 * send it back as header {@code X-XSRF-TOKEN}; programs get no cookie. The token is never part of a body, so it needs no
 * masking against compression attacks.
 */
final class PageCsrfTokens extends CsrfTokenRequestAttributeHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        super.handle(request, response, token);
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !request.getRequestURI().startsWith("/tiles/")
                && !request.getRequestURI().startsWith("/v/")
                && !request.getRequestURI().startsWith("/webjars/")) {
            token.get().getToken();
        }
    }
}
