package org.gridward.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * below the same version. An older version in an open page is answered with the files of today. Where the build has packed the
 * scripts and styles of a page into one file each, the page names those.
 */
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** Their paths carry their versions. */
    private static final List<String> LIBRARIES = List.of("leaflet", "pbf");

    private static final String FILES = "classpath:/static/";
    private static final String OWN = "\"/src/";
    private static final String PACKS = "/vendor/pack/";
    private static final Pattern ENTRY = Pattern.compile("\"/src/([a-z]+)/main\\.js\"");
    private static final Pattern STYLE = Pattern.compile("\\s*<link rel=\"stylesheet\" href=\"/src/[^\"]+\" />");

    private final PageVersion version = new PageVersion();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/v/**")
                .addResourceLocations(FILES)
                .setCacheControl(FOR_GOOD)
                .resourceChain(false)
                .addResolver(new BelowVersion());
        for (String library : LIBRARIES) {
            registry.addResourceHandler("/webjars/" + library + "/**")
                    .addResourceLocations("classpath:/META-INF/resources/webjars/" + library + "/")
                    .setCacheControl(FOR_GOOD);
        }
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
        String named = packed(text, page).replace(OWN, "\"/v/" + version.get() + "/src/");
        return new TransformedResource(found, named.getBytes(StandardCharsets.UTF_8));
    }

    /** The page with the pack of its scripts and that of its styles in the place of the first, if there are such. */
    private String packed(String text, Resource page) throws IOException {
        Matcher entry = ENTRY.matcher(text);
        if (!entry.find()) {
            return text;
        }
        String name = entry.group(1);
        String pack = PACKS + name;
        if (!page.createRelative(pack.substring(1) + ".js").exists()) {
            return text;
        }
        String from = "\"/v/" + version.get() + pack;
        String scripts = text.replace(entry.group(), from + ".js\"");
        String styles = STYLE.matcher(scripts)
                .replaceFirst("\n    <link rel=\"stylesheet\" href=" + Matcher.quoteReplacement(from) + ".css\" />");
        return STYLE.matcher(styles).replaceAll("");
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
