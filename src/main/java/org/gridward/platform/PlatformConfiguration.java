package org.gridward.platform;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;

@Configuration
@EnableScheduling
class PlatformConfiguration {

    /** JSON deeper or longer than any honest request is refused while it is read (reliability: JSON bombs). */
    private static final StreamReadConstraints JSON_LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxDocumentLength(100_000_000L)
            .maxNumberLength(64)
            .maxNameLength(1_000)
            .build();

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static BeanPostProcessor lateConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool ? new LateConnections(pool) : bean;
            }
        };
    }

    @Bean
    JsonFactoryBuilderCustomizer jsonLimits() {
        return builder -> builder.streamReadConstraints(JSON_LIMITS);
    }

    @Bean
    JsonMapperBuilderCustomizer strictMembers() {
        return builder -> builder.addModule(InstantText.module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
