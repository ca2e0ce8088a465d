package org.gridward.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gridward.geometry.ReadingOrder;
import org.gridward.platform.Problem;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CodeGeneratorTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final String PARENT = "330999001002";

    @Test
    void numbersAWholeCommunityFromWestToEastAndNorthToSouth() {
        List<GivenCode> given = generate(
                List.of(wanted("south-east", null, 1, 0), wanted("north-east", null, 1, 1), wanted("west", null, 0, 1)),
                Set.of());
        assertThat(codes(given))
                .containsEntry("west", PARENT + "001")
                .containsEntry("north-east", PARENT + "002")
                .containsEntry("south-east", PARENT + "003");
    }

    @Test
    void keepsTheCodesThereAreWhenOneGridIsAdded() {
        List<GivenCode> given = generate(
                List.of(
                        wanted("old-1", PARENT + "001", 0, 0),
                        wanted("new", null, 0, 1),
                        wanted("old-2", PARENT + "002", 1, 0)),
                Set.of(PARENT + "001", PARENT + "002", PARENT + "007"));
        assertThat(codes(given))
                .containsEntry("old-1", PARENT + "001")
                .containsEntry("old-2", PARENT + "002")
                .containsEntry("new", PARENT + "008");
        assertThat(given).filteredOn(GivenCode::kept).hasSize(2);
    }

    @Test
    void neverGivesACodeTwiceWhateverWasUsedBefore() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            Set<String> used = new HashSet<>();
            for (int i = random.nextInt(900); i > 0; i--) {
                used.add(PARENT + String.format("%03d", 1 + random.nextInt(999)));
            }
            List<GenerateCodes.Wanted> grids = new ArrayList<>();
            List<String> present =
                    used.stream().sorted().limit(random.nextInt(20)).toList();
            for (int i = 0; i < present.size() + random.nextInt(40); i++) {
                grids.add(wanted(
                        "g" + i,
                        i < present.size() ? present.get(i) : null,
                        random.nextDouble() * 10,
                        random.nextDouble() * 10));
            }
            if (grids.isEmpty()) {
                continue;
            }
            List<GivenCode> given = generate(grids, used);
            assertThat(given).as("seed %d, round %d", seed, round).hasSameSizeAs(grids);
            assertThat(codes(given).values()).doesNotHaveDuplicates();
            assertThat(given).filteredOn(code -> !code.kept()).noneMatch(code -> used.contains(code.code()));
            assertThat(codes(given).values()).allMatch(code -> code.matches(PARENT + "\\d{3}"));
            assertThat(inOrder(grids, given, used))
                    .as("seed %d, round %d", seed, round)
                    .isTrue();
        }
    }

    /** While the range is not used to its end, numbers rise in reading order. */
    private static boolean inOrder(List<GenerateCodes.Wanted> grids, List<GivenCode> given, Set<String> used) {
        List<GivenCode> fresh = given.stream()
                .filter(code -> !code.kept())
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
        String highest = used.stream().max(String::compareTo).orElse(PARENT + "000");
        if (fresh.stream().anyMatch(code -> code.code().compareTo(highest) < 0)) {
            return true;
        }
        List<Geometry> shapes = fresh.stream()
                .map(code -> grids.stream()
                        .filter(grid -> grid.ref().equals(code.ref()))
                        .findFirst()
                        .orElseThrow()
                        .shape())
                .toList();
        return ReadingOrder.misplaced(shapes).isEmpty();
    }

    @Test
    void fillsHolesOnlyWhenTheRangeIsUsedToItsEndAndSaysWhenNothingIsLeft() {
        Set<String> used = new HashSet<>();
        for (int i = 1; i <= 999; i++) {
            if (i != 500) {
                used.add(PARENT + String.format("%03d", i));
            }
        }
        assertThat(generate(List.of(wanted("a", null, 0, 0)), used).get(0).code())
                .isEqualTo(PARENT + "500");
        used.add(PARENT + "500");
        assertThatThrownBy(() -> generate(List.of(wanted("a", null, 0, 0)), used))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("has 0 of its 999");
    }

    @Test
    void writesZerosForACommunityThatIsOneGridAndANumberFrom601ForMergedOnes() {
        String community = "010200" + PARENT;
        GenerateCodes whole =
                new GenerateCodes(TestSchemes.COMMUNITY_GRID, community, 1, List.of(wanted("all", null, 0, 0)), false);
        assertThat(CodeGenerator.generate(whole, Set.of()).get(0).code()).isEqualTo(community + "00");
        assertThat(CodeGenerator.generate(whole, Set.of(community + "00"))
                        .get(0)
                        .code())
                .isEqualTo(community + "01");

        String street = community.substring(0, 15);
        GenerateCodes merged = new GenerateCodes(TestSchemes.COMMUNITY_GRID, street, 1, List.of(), true);
        assertThat(CodeGenerator.generate(merged, Set.of()).get(0).code()).isEqualTo(street + "60100");
        assertThat(CodeGenerator.generate(merged, Set.of(street + "60100", street + "00201"))
                        .get(0)
                        .code())
                .isEqualTo(street + "60200");
    }

    private static List<GivenCode> generate(List<GenerateCodes.Wanted> grids, Set<String> used) {
        return CodeGenerator.generate(new GenerateCodes(TestSchemes.UNIT_GRID, PARENT, 1, grids, false), used);
    }

    private static GenerateCodes.Wanted wanted(String ref, String code, double x, double y) {
        return new GenerateCodes.Wanted(
                ref, Optional.ofNullable(code), FACTORY.toGeometry(new Envelope(x, x + 1, y, y + 1)));
    }

    private static Map<String, String> codes(List<GivenCode> given) {
        Map<String, String> codes = new HashMap<>();
        given.forEach(code -> codes.put(code.ref(), code.code()));
        return codes;
    }
}
