package org.gridward.access.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers that keep pages to themselves: nothing from elsewhere, nothing inline, no framing, no guessing of types. */
final class SecurityHeaders {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; frame-ancestors 'none';"
                    + " base-uri 'self'; form-action 'self'";

    private SecurityHeaders() {}

    static void apply(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("geolocation=(self), camera=(self)"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                // Tiles and the files of the pages may be kept and asked for again by their ETag; answers may not.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        request -> request.getRequestURI().startsWith("/api/"), new CacheControlHeadersWriter())));
    }
}
