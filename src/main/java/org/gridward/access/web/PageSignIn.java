package org.gridward.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.gridward.access.TooManySignIns;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Answers the sign-in form: a redirect to the page that was asked for, or JSON when the page's script sent it. */
final class PageSignIn extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutSuccessHandler {

    private final Refusals refusals;

    PageSignIn(Refusals refusals) {
        this.refusals = refusals;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (Requests.wantsJson(request)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().print("{\"signedIn\":true" + wanted(request, response) + "}");
            return;
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** The page that sent the user here, if any, as a JSON member; a URI holds nothing that JSON would escape. */
    private static String wanted(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest page = new HttpSessionRequestCache().getRequest(request, response);
        return page == null
                ? ""
                : ",\"then\":\"" + URI.create(page.getRedirectUrl()).toASCIIString() + '"';
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (Requests.wantsJson(request)) {
            refusals.answer(request, response, failure);
        } else if (failure instanceof TooManySignIns slow) {
            response.sendRedirect("/login.html?wait=" + slow.retryAfterSeconds());
        } else if (failure instanceof InternalAuthenticationServiceException) {
            response.sendRedirect("/login.html?away");
        } else {
            response.sendRedirect("/login.html?error");
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException {
        if (Requests.wantsJson(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect("/login.html");
        }
    }
}
