package org.gridward.access.web;

import java.util.List;
import java.util.Map;
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

    private static final String PERMISSIONS = "geolocation=(self), camera=(self)";

    /** What {@link #apply} writes with an answer of the interface, for answers that do not pass the chain. */
    static final Map<String, String> FIELDS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-XSS-Protection", "0",
            "Cache-Control", "no-cache, no-store, max-age=0, must-revalidate",
            "Pragma", "no-cache",
            "Expires", "0",
            "X-Frame-Options", "DENY",
            "Content-Security-Policy", CONTENT,
            "Referrer-Policy", ReferrerPolicy.SAME_ORIGIN.getPolicy(),
            "Permissions-Policy", PERMISSIONS);

    private SecurityHeaders() {}

    /** @param pictures what pages may load pictures from beside their own server: the base maps that were configured */
    static void apply(HttpSecurity http, List<String> pictures) throws Exception {
        String content = pictures.isEmpty()
                ? CONTENT
                : CONTENT.replace("img-src 'self'", "img-src 'self' " + String.join(" ", pictures));
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(content))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                // Tiles and the files of the pages may be kept and asked for again by their ETag; answers may not.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        request -> request.getRequestURI().startsWith("/api/"), new CacheControlHeadersWriter())));
    }
}
