package org.gridward.access.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The session's cookie: unreadable to scripts, not sent along from other sites, good for one shift of twelve hours. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SessionCookie {

    @Bean
    CookieSameSiteSupplier sameSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    @Order
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> session(@Value("${server.port:8080}") String port) {
        return factory -> {
            Session session = factory.getSettings().getSession();
            session.setTimeout(Duration.ofHours(12));
            // Browsers do not tell ports apart: two instances side by side need two names.
            session.getCookie().setName("GRIDWARD_SESSION_" + port);
            session.getCookie().setHttpOnly(true);
            session.getCookie().setSameSite(SameSite.LAX);
        };
    }
}
