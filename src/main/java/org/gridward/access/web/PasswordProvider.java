package org.gridward.access.web;

import org.gridward.access.SignIn;
import org.gridward.access.SignIn.Attempt;
import org.gridward.access.SignedIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Hands name and password of a form or of HTTP Basic to {@link SignIn}. */
record PasswordProvider(SignIn signIn) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication asked) {
        String password =
                asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        SignedIn signedIn = signIn.byPassword(asked.getName(), password, (Attempt) asked.getDetails());
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.authorities());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
