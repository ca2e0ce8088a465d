package org.gridward.access.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.gridward.access.SignIn;
import org.gridward.platform.QuickAnswer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the {@link QuickLane} before all other filters. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class QuickLaneConfiguration {

    @Bean
    FilterRegistrationBean<QuickLane> quickLane(List<QuickAnswer> answers, SignIn signIn, MeterRegistry meters) {
        FilterRegistrationBean<QuickLane> lane = new FilterRegistrationBean<>(new QuickLane(answers, signIn, meters));
        answers.forEach(answer -> lane.addUrlPatterns(answer.path()));
        lane.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return lane;
    }
}
