package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Guards docs/decisions/0002: GeoTools comes last, its old copies of other libraries are never used. */
class ClassPathTest {

    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>");

    /** Parts of GeoTools and others that evaluated input as code (CVE-2024-36401, CVE-2022-24816). */
    private static final List<String> BANNED_JARS =
            List.of("gt-complex", "gt-app-schema", "commons-jxpath", "jiffle", "janino", "slf4j-nop");

    private static final List<String> BANNED_CLASSES = List.of(
            "org/geotools/data/complex/AppSchemaDataAccess.class",
            "org/geotools/data/complex/expression/FeaturePropertyAccessorFactory.class",
            "org/geotools/xsd/complex/FeaturePropertyExtractor.class",
            "org/apache/commons/jxpath/JXPathContext.class",
            "it/geosolutions/jaiext/jiffle/Jiffle.class",
            "org/codehaus/janino/SimpleCompiler.class",
            "org/slf4j/nop/NOPServiceProvider.class");

    @Test
    void takesLoggingAndGuavaFromTheirOwnJars() throws URISyntaxException {
        assertThat(jarOf(LoggerFactory.class)).startsWith("slf4j-api-2");
        assertThat(jarOf(ImmutableList.class)).startsWith("guava-");
        assertThat(jarOf(org.geotools.referencing.CRS.class)).startsWith("geotools-wrapper-");
    }

    @Test
    void declaresTheGeoToolsJarLast() throws IOException {
        assertThat(declared(Files.readString(Path.of("pom.xml")))).last().isEqualTo("geotools-wrapper");

        assertThat(declared("<dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>"
                        + "</dependencies>"))
                .containsExactly("b");
    }

    @Test
    void hasNoLibraryThatRunsInputAsCode() throws IOException {
        for (String resource : BANNED_CLASSES) {
            assertThat(Collections.list(getClass().getClassLoader().getResources(resource)))
                    .as(resource)
                    .isEmpty();
        }
        List<String> jars = new ArrayList<>();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : path.split(File.pathSeparator)) {
            jars.add(Path.of(entry).getFileName().toString());
        }
        assertThat(jars).anyMatch(jar -> jar.startsWith("jts-core"));
        assertThat(jars).noneMatch(jar -> BANNED_JARS.stream().anyMatch(jar::contains));
    }

    private static List<String> declared(String pom) {
        String direct = pom.replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "")
                .replaceAll("(?s)<build>.*</build>|<profiles>.*</profiles>", "");
        List<String> artifacts = new ArrayList<>();
        Matcher matcher = DEPENDENCY.matcher(direct);
        while (matcher.find()) {
            artifacts.add(matcher.group(1));
        }
        return artifacts;
    }

    private static String jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .getFileName()
                .toString();
    }
}
