package org.gridward.access.web;

import jakarta.servlet.DispatcherType;
import org.gridward.access.AuditTrail;
import org.gridward.access.Role;
import org.gridward.access.SignIn;
import org.gridward.access.web.AccessRules.Rule;
import org.gridward.platform.BaseMapSources;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * How requests are let in: HTTP Basic or a bearer token for programs, a form and a session cookie with a CSRF token for
 * pages, then {@link AccessRules}. The management port, which only the machine's keeper reaches, is open.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    /** The management port has no users and shows health and metrics only; bind it where only the operator reaches it. */
    @Bean
    @Order(1)
    SecurityFilterChain managementChain(HttpSecurity http, Environment environment) throws Exception {
        return http.securityMatcher(request -> isManagementPort(request.getLocalPort(), environment))
                .authorizeHttpRequests(
                        rules -> rules.requestMatchers(HttpMethod.GET, "/healthz", "/readyz", "/metrics", "/health/**")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                        (request, response, denied) -> response.setStatus(HttpStatus.NOT_FOUND.value())))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    /** Timing every filter of every request would cost more than the filters. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    AuthenticationManager authenticationManager(SignIn signIn) {
        return new ProviderManager(new PasswordProvider(signIn));
    }

    @Bean
    @Order(2)
    SecurityFilterChain mainChain(
            HttpSecurity http,
            AuthenticationManager passwords,
            SignIn signIn,
            AuditTrail audit,
            JsonMapper json,
            BaseMapSources baseMaps)
            throws Exception {
        Refusals refusals = new Refusals(json, audit);
        PageSignIn page = new PageSignIn(refusals);
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(Requests::wantsPage);
        pages.setMatchingRequestParameterName(null);
        http.authenticationManager(passwords)
                .authorizeHttpRequests(SecurityConfiguration::applyRules)
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new PageCsrfTokens())
                        .ignoringRequestMatchers("/api/v1/public/**")
                        .ignoringRequestMatchers(Requests::isOfProgram))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals)
                        .authenticationDetailsSource(request -> new SignIn.Attempt(request.getRemoteAddr(), false)))
                .formLogin(form -> form.loginPage("/login.html")
                        .loginProcessingUrl("/login")
                        .authenticationDetailsSource(request -> new SignIn.Attempt(request.getRemoteAddr(), true))
                        .successHandler(page)
                        .failureHandler(page))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessHandler(page))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(pages))
                .addFilterBefore(new SmallPublicBodies(refusals), BasicAuthenticationFilter.class)
                .addFilterBefore(new BearerTokens(signIn, refusals), BasicAuthenticationFilter.class)
                .addFilterBefore(new SessionsEnd(signIn, refusals), AuthorizationFilter.class);
        SecurityHeaders.apply(http, baseMaps.origins());
        return http.build();
    }

    private static void applyRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry registry) {
        registry.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        registry.requestMatchers("/login", "/logout", "/error").permitAll();
        for (Rule rule : AccessRules.RULES) {
            var matched = registry.requestMatchers(matchers(rule));
            if (rule.roles().isEmpty()) {
                matched.permitAll();
            } else {
                matched.hasAnyRole(rule.roles().stream().map(Role::name).toArray(String[]::new));
            }
        }
    }

    /** HEAD is let in like GET, whose answer it describes. */
    private static RequestMatcher[] matchers(Rule rule) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        if (rule.method() == null) {
            return new RequestMatcher[] {paths.matcher(rule.path())};
        }
        return rule.method() == HttpMethod.GET
                ? new RequestMatcher[] {
                    paths.matcher(HttpMethod.GET, rule.path()), paths.matcher(HttpMethod.HEAD, rule.path())
                }
                : new RequestMatcher[] {paths.matcher(rule.method(), rule.path())};
    }

    private static boolean isManagementPort(int port, Environment environment) {
        int management = environment.getProperty("local.management.port", Integer.class, -1);
        return port == management && port != environment.getProperty("local.server.port", Integer.class, -1);
    }
}
