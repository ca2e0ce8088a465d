package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridward.GridwardApplication;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/** The rooms ask only whom they may, without cycles; their picture in docs/generated is the one of the code. */
class RoomsTest {

    private static final ApplicationModules ROOMS = ApplicationModules.of(GridwardApplication.class);

    /** Rooms that every room may use; left out of the picture. */
    private static final Set<String> GROUND = Set.of("platform", "geometry", "geodesy");

    private static final Pattern JOB = Pattern.compile("/\\*\\*(.*?\\.)(?=\\s|\\*/)", Pattern.DOTALL);

    @Test
    void keepsEveryRoomInItsWalls() {
        ROOMS.verify();
    }

    @Test
    void wouldSeeRoomsThatUseEachOther() {
        ApplicationModules tangled = ApplicationModules.of("org.gridward.architecture.fixture.rooms", location -> true);
        assertThat(tangled.stream()).hasSize(2);
        assertThat(tangled.detectViolations().hasViolations()).isTrue();
    }

    @Test
    void givesEveryRoomAJobAndItsAllowance() {
        for (ApplicationModule room : ROOMS) {
            assertThat(job(room)).as("package-info of %s", room.getIdentifier()).isNotBlank();
            assertThat(SourceTree.read(packageInfo(room)).text())
                    .as("package-info of %s", room.getIdentifier())
                    .contains("allowedDependencies");
        }
    }

    @Test
    void drawsTheRooms() {
        GeneratedDocs.check("rooms.md", page());
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# The rooms, as the code has them\n\n")
                .append("Written by `RoomsTest`; do not edit. An arrow reads \"uses\"; every room may also use ")
                .append("`platform`, `geometry` and `geodesy`.\n\n```mermaid\ngraph LR\n");
        for (ApplicationModule room : sorted()) {
            if (!GROUND.contains(name(room))) {
                page.append("  ").append(name(room)).append('\n');
                uses(room).stream().filter(other -> !GROUND.contains(other)).forEach(other -> page.append("  ")
                        .append(name(room))
                        .append(" --> ")
                        .append(other)
                        .append('\n'));
            }
        }
        page.append("```\n\n| room | its one job | uses | tells |\n|---|---|---|---|\n");
        for (ApplicationModule room : sorted()) {
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(name(room), job(room), listed(uses(room)), listed(events(room))));
        }
        return page.toString();
    }

    private static List<ApplicationModule> sorted() {
        return ROOMS.stream()
                .sorted(java.util.Comparator.comparing(RoomsTest::name))
                .toList();
    }

    private static String name(ApplicationModule room) {
        return room.getIdentifier().toString();
    }

    private static Set<String> uses(ApplicationModule room) {
        return room.getDirectDependencies(ROOMS, DependencyType.values())
                .uniqueModules()
                .map(RoomsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The records of a room that some listener, anywhere, hears. */
    private static Set<String> events(ApplicationModule room) {
        return MainClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(EventListener.class))
                .flatMap(method -> method.getRawParameterTypes().stream())
                .filter(type ->
                        type.getPackageName().equals(room.getBasePackage().getName()))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(Set<String> names) {
        return names.isEmpty()
                ? "-"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static Path packageInfo(ApplicationModule room) {
        Path file = Path.of("src/main/java", room.getBasePackage().getName().replace('.', '/'), "package-info.java");
        assertThat(Files.exists(file)).as("%s", file).isTrue();
        return file;
    }

    /** The first sentence of the package's comment. */
    private static String job(ApplicationModule room) {
        Matcher matcher = JOB.matcher(SourceTree.read(packageInfo(room)).text());
        return matcher.find()
                ? matcher.group(1)
                        .replaceAll("\\n \\* ?", " ")
                        .replaceAll("\\s+", " ")
                        .strip()
                : "";
    }
}
