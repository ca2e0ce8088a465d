package org.gridward.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Kernels stay pure: JDK and JTS in {@code geometry}; GeoTools nowhere but in {@code geodesy}. */
class KernelImportsTest {

    @Test
    void keepsTheGeometryKernelsOnTheJdkAndJts() {
        onlyJdkAndJts("org.gridward.geometry").check(MainClasses.ALL);

        assertThat(onlyJdkAndJts("org.gridward.architecture.fixture")
                        .evaluate(MainClasses.FIXTURE)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void keepsGeoToolsInGeodesy() {
        geoToolsOnlyIn("org.gridward.geodesy..").check(MainClasses.ALL);

        assertThat(geoToolsOnlyIn("org.gridward.nowhere..")
                        .evaluate(MainClasses.ALL)
                        .hasViolation())
                .isTrue();
    }

    /** package-info is left out: it holds the annotation that names the room and no code. */
    private static ArchRule onlyJdkAndJts(String kernel) {
        return classes()
                .that()
                .resideInAPackage(kernel + "..")
                .and(describe("are not package-info", (JavaClass c) -> !c.getSimpleName()
                        .equals("package-info")))
                .should()
                .onlyDependOnClassesThat(describe(
                        "belong to the JDK, JTS or the kernels",
                        (JavaClass c) -> c.getPackageName().startsWith("java.")
                                || c.getPackageName().startsWith("org.locationtech.jts.")
                                || c.getPackageName().startsWith(kernel)
                                || c.isPrimitive()
                                || c.isArray()));
    }

    private static ArchRule geoToolsOnlyIn(String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.geotools..", "org.opengis..", "net.sf.geographiclib..");
    }
}
