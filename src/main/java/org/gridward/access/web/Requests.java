package org.gridward.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Tells pages, scripts of pages, and programs apart. */
final class Requests {

    private Requests() {}

    /** A person's browser asks for a page: answer a redirect to the sign-in page, not a problem. */
    static boolean wantsPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return HttpMethod.GET.matches(request.getMethod())
                && !path.startsWith("/api/")
                && !path.startsWith("/v3/")
                && !path.startsWith("/osmand")
                && !path.startsWith("/tiles/")
                && !isOfScript(request);
    }

    /** Sent by a page's script, which shows its own message: the browser's own password window must not come up. */
    static boolean isOfScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getHeader("X-Requested-With") != null || mode != null && !mode.equals("navigate");
    }

    static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return isOfScript(request) || accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE);
    }

    /**
     * Carries its own credentials, so no CSRF token is needed. A browser that once answered a password window adds
     * Basic credentials by itself even for another site's form, but then it also names that site's origin.
     */
    static boolean isOfProgram(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials == null) {
            return false;
        }
        String scheme = credentials.toLowerCase(Locale.ROOT);
        return (scheme.startsWith("basic ") || scheme.startsWith("bearer ")) && !isFromOtherSite(request);
    }

    private static boolean isFromOtherSite(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        try {
            return !URI.create(origin).getAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException | NullPointerException opaque) {
            return true;
        }
    }
}
