package org.gridward.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Pages name their scripts and styles below {@code /v/VERSION/}, where the version is a digest of all of them. A browser keeps those
 * for good and asks for nothing but the page itself, which is never kept; modules import one another by relative paths and so stay
 * below the same version. An older version in an open page is answered with the files of today.
 */
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final String OWN = "\"/src/";

    private final PageVersion version = new PageVersion();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/v/**")
                .addResourceLocations(FILES)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new BelowVersion());
        registry.addResourceHandler("/*.html")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(resource -> null)
                .resourceChain(false)
                .addTransformer(this::name);
    }

    private Resource name(HttpServletRequest request, Resource page, ResourceTransformerChain chain)
            throws IOException {
        Resource found = chain.transform(request, page);
        String text = found.getContentAsString(StandardCharsets.UTF_8);
        String named = text.replace(OWN, "\"/v/" + version.get() + "/src/");
        return new TransformedResource(found, named.getBytes(StandardCharsets.UTF_8));
    }

    /** Finds {@code VERSION/src/…} as {@code src/…}. */
    private static final class BelowVersion extends PathResourceResolver {

        @Override
        public Resource resolveResource(
                HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return super.resolveResource(request, path.substring(path.indexOf('/') + 1), locations, chain);
        }
    }
}
