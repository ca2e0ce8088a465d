package org.gridward.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Code that turns input into code or objects, packages that say nothing of the domain, and controllers out of place.
 * Input is never an expression, a script, a serialised object, a name to look up, or XML for a reader that resolves
 * entities (the GML reader of JTS does).
 */
class BannedCodeTest {

    private static final Set<String> EVALUATORS = Set.of(
            "org.springframework.expression.spel.standard.SpelExpressionParser",
            "org.springframework.expression.ExpressionParser",
            "javax.script.ScriptEngine",
            "javax.script.ScriptEngineManager",
            "java.io.ObjectInputStream",
            "java.beans.XMLDecoder",
            "javax.naming.InitialContext",
            "org.springframework.jndi.JndiTemplate",
            "org.locationtech.jts.io.gml2.GMLReader",
            "org.locationtech.jts.io.gml2.GMLHandler",
            "org.locationtech.jts.geom.util.GeometryFixer",
            "org.locationtech.jts.io.oracle.OraReader");

    private static final Set<String> EMPTY_WORDS = Set.of(
            "service", "services", "impl", "dto", "util", "utils", "common", "helper", "helpers", "model", "entity");

    @Test
    void callsNothingThatEvaluatesInput() {
        callsNoEvaluator().check(MainClasses.ALL);

        assertThat(callsNoEvaluator().evaluate(MainClasses.FIXTURE).hasViolation())
                .isTrue();
    }

    @Test
    void namesPackagesByTheDomain() {
        hasNoEmptyPackageWord().check(MainClasses.ALL);

        assertThat(hasNoEmptyPackageWord().evaluate(MainClasses.FIXTURE).hasViolation())
                .isTrue();
    }

    @Test
    void keepsControllersInTheWebPackageOfTheirRoom() {
        controllersInWeb().check(MainClasses.ALL);

        assertThat(controllersInWeb().evaluate(MainClasses.FIXTURE).hasViolation())
                .isTrue();
    }

    @Test
    void keepsControllersAwayFromTheDatabase() {
        webCallsNoDatabase().check(MainClasses.ALL);

        assertThat(webCallsNoDatabase().evaluate(MainClasses.FIXTURE).hasViolation())
                .isTrue();
    }

    private static ArchRule callsNoEvaluator() {
        return noClasses()
                .should()
                .dependOnClassesThat(describe("evaluate input", (JavaClass c) -> EVALUATORS.contains(c.getFullName())));
    }

    private static ArchRule hasNoEmptyPackageWord() {
        return noClasses()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.resideInAnyPackage(
                        EMPTY_WORDS.stream().map(word -> ".." + word + "..").toArray(String[]::new)));
    }

    /** Beside the one of the plain application that the benchmark starts for comparison. */
    private static ArchRule controllersInWeb() {
        return classes()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .and()
                .resideOutsideOfPackage("org.gridward.bench.plain")
                .should()
                .resideInAPackage("..web..");
    }

    private static ArchRule webCallsNoDatabase() {
        return noClasses()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql..");
    }
}
