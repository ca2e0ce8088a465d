package org.gridward.console.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Long answers (the stream, exports) run on threads of their own and end when they end. */
@Configuration
class StreamThreads implements WebMvcConfigurer {

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("long-answer-");
        executor.setDaemon(true);
        configurer.setTaskExecutor(executor);
        configurer.setDefaultTimeout(-1);
    }
}
