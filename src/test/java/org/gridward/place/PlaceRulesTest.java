package org.gridward.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceRulesTest {

    private static final Set<String> KINDS = Set.of("shop");

    @Test
    void findsNothingWrongWithASoundPlace() {
        assertThat(PlaceRules.check(place("S-1", "shop", "一号店", Map.of("street", "海晏路")), KINDS))
                .isNull();
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        Problem problem = PlaceRules.check(place("", "castle", "x".repeat(201), Map.of()), KINDS);
        assertThat(problem.entries()).extracting(Problem.Entry::pointer).containsExactly("/code", "/kind", "/nameZh");
        assertThat(problem.entries().get(1).message()).contains("castle").contains("shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {" S-1", "S/1", "S\u0000", "S\n1"})
    void refusesCodesThatCannotStandInAPath(String code) {
        assertThat(PlaceRules.check(place(code, "shop", "一", Map.of()), KINDS).entries())
                .extracting(Problem.Entry::pointer)
                .containsExactly("/code");
    }

    @Test
    void refusesAttributesThatTheStoreCannotHold() {
        assertThat(PlaceRules.check(place("S-1", "shop", "一", Map.of("note", "a\u0000b")), KINDS))
                .isNotNull();
        assertThat(PlaceRules.check(place("S-1", "shop", "一", Map.of("deep", Map.of("note", "\u0000"))), KINDS))
                .isNotNull();
    }

    private static NewPlace place(String code, String kind, String nameZh, Map<String, Object> attributes) {
        return new NewPlace(code, kind, nameZh, "", 122.1, 30.0, attributes);
    }
}
