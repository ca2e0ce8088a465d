package org.gridward.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time comes from the clock that is handed in, chance from a seed, zone and locale from the code: never from the machine. */
class HiddenInputsTest {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year");

    /** Ids only need to differ; a heartbeat only says that the line lives. */
    private static final Set<String> EXEMPT = Set.of("org.gridward.platform.Ids", "org.gridward.console.StreamClient");

    @Test
    void readsNoTimeChanceZoneOrLocaleOfTheMachine() {
        callsNoHiddenInput().check(MainClasses.ALL);

        assertThat(callsNoHiddenInput().evaluate(MainClasses.FIXTURE).hasViolation())
                .isTrue();
    }

    private static ArchRule callsNoHiddenInput() {
        return noClasses()
                .that(describe(
                        "are no benchmark and not exempt",
                        type -> !type.getPackageName().startsWith("org.gridward.bench")
                                && !EXEMPT.contains(type.getFullName())))
                .should()
                .accessTargetWhere(describe("reads time, chance, zone or locale", HiddenInputsTest::isHidden));
    }

    private static boolean isHidden(JavaAccess<?> access) {
        if (!(access instanceof JavaCall<?> call)) {
            return false;
        }
        String owner = call.getTargetOwner().getFullName();
        boolean bare = call.getTarget().getRawParameterTypes().isEmpty();
        return switch (call.getName()) {
            case "now" -> bare && CLOCKS.contains(owner);
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "random" -> owner.equals("java.lang.Math");
            case "systemDefault" -> owner.equals("java.time.ZoneId");
            case "toLowerCase", "toUpperCase" -> bare && owner.equals("java.lang.String");
            default -> call instanceof JavaConstructorCall && bare && owner.equals("java.util.Random");
        };
    }
}
