package org.gridward.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridward.platform.Problem;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what nobody needs to send without signing in: more than 64 KiB (6 MiB of a photo), or a body that does not say how long it is. */
final class SmallPublicBodies extends OncePerRequestFilter {

    private static final int MOST = 64 * 1024;

    /** A photo from a page is made small before it is sent; what is larger comes from no page of ours. */
    private static final int PHOTO_MOST = 6 * 1024 * 1024;

    private static final String PHOTOS = "/api/v1/public/photos";

    private final Refusals refusals;

    SmallPublicBodies(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/v1/public/")
                || HttpMethod.GET.matches(request.getMethod())
                || HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        int most = request.getRequestURI().equals(PHOTOS) ? PHOTO_MOST : MOST;
        if (length < 0 || length > most) {
            refusals.write(
                    response,
                    Problem.tooLarge(
                            "public-body",
                            (length < 0 ? "The body does not say its length" : "The body has " + length + " bytes")
                                    + "; send at most " + most + " bytes with a Content-Length."));
            return;
        }
        chain.doFilter(request, response);
    }
}
